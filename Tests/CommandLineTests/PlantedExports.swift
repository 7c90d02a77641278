import Foundation

/// Exports of every helpdesk, each with one conversation of two people who say what nobody else may read.
enum PlantedExports {
  static let customer = "Wilhelmina Kestrelworth"
  static let agent = "Bartholomew Quillfeather"
  static let customerAddress = "wilhelmina.kestrelworth" + "@" + "post.example"
  static let agentAddress = "b.quillfeather" + "@" + "desk.example"
  static let phone = "+44 20 7946 0991"
  static let card = "4539 1488 0343 6467"
  static let key = "AKIA" + "Z7Q4XW2NPL5RT6VK"

  /// What must not be in any output byte, in lower case.
  static let secrets: [String] = [
    customer, agent, "kestrelworth", "quillfeather", customerAddress, agentAddress, phone, card,
    key,
    phone.filter { $0 != " " }, card.filter { $0 != " " },
  ].map { $0.lowercased() }

  static let question = """
    Hello, I am \(customer). The lamp flickers and I want a new one, please. Call me at \(phone) or write \
    to \(customerAddress). I paid with \(card), and my key is \(key). Thank you, W. Kestrelworth
    """
  static let answer = """
    Dear Ms Kestrelworth, a new lamp is on its way to you and comes on Monday. Regards, \(agent), \
    \(agentAddress)
    """

  /// The files of a reader's export.
  static func files(_ reader: String) -> [(name: String, text: String)] {
    switch reader {
    case "freshdesk":
      [
        ("tickets.json", json(["tickets": [ticket]])),
        ("conversations.jsonl", json(reply)),
      ]
    case "intercom": [("conversations.json", json(["conversations": [conversation]]))]
    case "helpscout": [("conversations.json", json(["_embedded": ["conversations": [mailbox]]]))]
    case "gorgias": [("tickets.json", json(["data": [gorgias]]))]
    case "hubspot":
      [
        ("threads.json", json(["results": [["id": "5", "status": "CLOSED", "createdAt": time]]])),
        ("messages.json", json(["results": hubspot])),
      ]
    case "jira": [("search.json", json(["issues": [issue]]))]
    case "salesforce": salesforce
    case "stackexchange": stackExchange
    case "github": [("issues.json", json([gitHub])), ("comments.jsonl", json(gitHubComment))]
    case "eml": [("1.eml", mail(isAnswer: false)), ("2.eml", mail(isAnswer: true))]
    default:
      [
        (
          "box.mbox",
          [false, true].map {
            "From \(customerAddress) Mon Mar  3 09:00:00 2025\n\(mail(isAnswer: $0))"
          }
          .joined(separator: "\n")
        )
      ]
    }
  }

  static let readers = [
    "freshdesk", "intercom", "helpscout", "gorgias", "hubspot", "jira", "salesforce",
    "stackexchange", "github", "eml", "mbox",
  ]

  private static let time = "2025-03-03T09:00:00Z"
  private static let later = "2025-03-04T09:00:00Z"

  private static func json(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
  }

  private static func person(_ isAgent: Bool, _ more: [String: Any] = [:]) -> [String: Any] {
    let own: [String: Any] = [
      "id": isAgent ? 2 : 1, "name": isAgent ? agent : customer,
      "email": isAgent ? agentAddress : customerAddress, "phone": isAgent ? "" : phone,
    ]
    return own.merging(more) { $1 }
  }

  private static var ticket: [String: Any] {
    [
      "id": 1001, "subject": "Lamp of \(customer)", "description_text": question, "status": 5,
      "requester_id": 1, "responder_id": 2, "requester": person(false), "created_at": time,
      "updated_at": later, "tags": ["lamp", customer],
      "cc_emails": ["\(customer) <\(customerAddress)>"],
      "custom_fields": ["cf_contact_name": customer, "cf_phone": phone],
    ]
  }

  private static var reply: [String: Any] {
    [
      "id": 9, "ticket_id": 1001, "body_text": answer, "incoming": false, "private": false,
      "user_id": 2, "from_email": "\(agent) <\(agentAddress)>", "created_at": later,
      "updated_at": later, "attachments": [["id": 1, "name": "\(customer).pdf"]],
    ]
  }

  private static var conversation: [String: Any] {
    [
      "type": "conversation", "id": "21", "created_at": 1_741_000_000, "updated_at": 1_741_090_000,
      "state": "closed", "title": "Lamp of \(customer)",
      "custom_attributes": ["contact_email": customerAddress],
      "source": [
        "type": "email", "subject": "Lamp", "body": "<p>\(question)</p>",
        "author": person(false, ["type": "user"]),
      ],
      "conversation_parts": [
        "total_count": 1,
        "conversation_parts": [
          [
            "type": "conversation_part", "id": "2", "part_type": "comment",
            "body": "<p>\(answer)</p>",
            "created_at": 1_741_090_000, "author": person(true, ["type": "admin"]),
          ]
        ],
      ],
    ]
  }

  private static func scout(_ isAgent: Bool, _ type: String) -> [String: Any] {
    let words = (isAgent ? agent : customer).split(separator: " ").map(String.init)
    return [
      "id": isAgent ? 2 : 1, "type": type, "first": words[0], "last": words[1],
      "email": isAgent ? agentAddress : customerAddress,
    ]
  }

  private static var mailbox: [String: Any] {
    [
      "id": 3001, "type": "email", "status": "closed", "state": "published",
      "subject": "Lamp of \(customer)", "createdAt": time,
      "primaryCustomer": scout(false, "customer"),
      "tags": [["tag": "lamp"], ["tag": customer]],
      "_embedded": [
        "threads": [
          [
            "id": 2, "type": "message", "state": "published", "body": answer, "createdAt": later,
            "createdBy": scout(true, "user"),
          ],
          [
            "id": 1, "type": "customer", "state": "published", "body": question, "createdAt": time,
            "createdBy": scout(false, "customer"), "customer": scout(false, "customer"),
          ],
        ]
      ],
    ]
  }

  private static var gorgias: [String: Any] {
    [
      "id": 8101, "status": "closed", "channel": "email", "subject": "Lamp of \(customer)",
      "customer": person(false), "assignee_user": person(true), "created_datetime": time,
      "updated_datetime": later, "tags": [["name": "lamp"], ["name": agent]],
      "messages": [
        [
          "id": 1, "ticket_id": 8101, "public": true, "from_agent": false, "sender": person(false),
          "body_text": question, "stripped_text": question, "created_datetime": time,
        ],
        [
          "id": 2, "ticket_id": 8101, "public": true, "from_agent": true, "sender": person(true),
          "body_text": answer, "stripped_text": answer, "created_datetime": later,
        ],
      ],
    ]
  }

  private static var hubspot: [[String: Any]] {
    [false, true].map { isAgent in
      [
        "id": isAgent ? "m2" : "m1", "type": "MESSAGE", "conversationsThreadId": "5",
        "createdAt": isAgent ? later : time, "text": isAgent ? answer : question,
        "direction": isAgent ? "OUTGOING" : "INCOMING", "truncationStatus": "NOT_TRUNCATED",
        "senders": [
          [
            "actorId": isAgent ? "A-2" : "V-1", "name": isAgent ? agent : customer,
            "deliveryIdentifier": [
              "type": "HS_EMAIL_ADDRESS", "value": isAgent ? agentAddress : customerAddress,
            ],
          ]
        ],
      ]
    }
  }

  private static func account(_ isAgent: Bool) -> [String: Any] {
    [
      "accountId": isAgent ? "a2" : "r1", "displayName": isAgent ? agent : customer,
      "emailAddress": isAgent ? agentAddress : customerAddress,
      "accountType": isAgent ? "atlassian" : "customer",
    ]
  }

  private static var issue: [String: Any] {
    [
      "id": "10010", "key": "SUP-7",
      "fields": [
        "summary": "Lamp of \(customer)", "status": ["name": "Resolved"],
        "labels": ["lamp", agent],
        "reporter": account(false), "assignee": account(true), "created": time, "updated": later,
        "description": question,
        "comment": [
          "total": 1,
          "comments": [
            [
              "id": "1", "author": account(true), "body": answer, "created": later,
              "updated": later,
              "jsdPublic": true,
            ]
          ],
        ],
      ],
    ]
  }

  private static var salesforce: [(name: String, text: String)] {
    [
      (
        "Case.csv",
        """
        "Id","CaseNumber","Subject","Description","Status","ContactId","SuppliedEmail","CreatedDate"
        "500Ax1","1026","Lamp of \(customer)","\(question)","Closed","003Ax1","\(customerAddress)","2024-06-01 08:00:00"

        """
      ),
      (
        "EmailMessage.csv",
        """
        "Id","ParentId","Incoming","FromAddress","FromName","ToAddress","Subject","TextBody","MessageDate","Status"
        "02s1","500Ax1","0","\(agentAddress)","\(agent)","\(customerAddress)","Re: Lamp","\(answer)","2024-06-01 09:00:00","3"

        """
      ),
      (
        "Contact.csv",
        """
        "Id","FirstName","LastName","Email","Phone"
        "003Ax1","Wilhelmina","Kestrelworth","\(customerAddress)","\(phone)"

        """
      ),
    ]
  }

  private static var stackExchange: [(name: String, text: String)] {
    [
      (
        "Posts.xml",
        """
        <posts>
        <row Id="10" PostTypeId="1" AcceptedAnswerId="11" CreationDate="2020-01-01T10:00:00.000" Score="3" \
        Body="\(question)" OwnerUserId="1" Title="Lamp of \(customer)" Tags="|lamp|" />
        <row Id="11" PostTypeId="2" ParentId="10" CreationDate="2020-01-01T11:00:00.000" Score="7" \
        Body="\(answer)" OwnerUserId="2" />
        </posts>
        """
      ),
      (
        "Users.xml",
        """
        <users><row Id="1" DisplayName="\(customer)" /><row Id="2" DisplayName="\(agent)" /></users>
        """
      ),
    ]
  }

  private static var gitHub: [String: Any] {
    [
      "url": "https://api.github.com/repos/desk/shop/issues/12", "number": 12,
      "html_url": "https://github.com/desk/shop/issues/12", "title": "Lamp of \(customer)",
      "user": ["login": "wkestrelworth", "name": customer, "type": "User"], "state": "closed",
      "labels": [["name": "lamp"], ["name": customer]], "created_at": time, "updated_at": later,
      "comments": 1,
      "author_association": "NONE", "body": question,
    ]
  }

  private static var gitHubComment: [String: Any] {
    [
      "id": 5, "issue_url": "https://api.github.com/repos/desk/shop/issues/12",
      "body": "@wkestrelworth: " + answer,
      "user": ["login": "bquillfeather", "type": "User"], "author_association": "MEMBER",
      "created_at": later, "updated_at": later,
    ]
  }

  private static func mail(isAnswer: Bool) -> String {
    let customer = "\(customer) <\(customerAddress)>"
    let agent = "\(agent) <\(agentAddress)>"
    let id = "<1.kestrelworth@post.example>"
    return """
      From: \(isAnswer ? agent : customer)
      To: \(isAnswer ? customer : agent)
      Subject: \(isAnswer ? "Re: " : "")Lamp of \(PlantedExports.customer)
      Date: Mon, \(isAnswer ? "10" : "03") Mar 2025 09:00:00 +0000
      Message-ID: \(isAnswer ? "<2.quillfeather@desk.example>\nIn-Reply-To: \(id)" : id)
      Content-Type: text/plain; charset=utf-8

      \(isAnswer ? answer : question)

      """
  }
}
