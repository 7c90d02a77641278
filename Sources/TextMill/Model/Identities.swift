/// Personal data that a record itself states: the requester's and the agents' names, addresses, numbers.
package struct Identities: Equatable, Sendable {
  package var customer: [String]
  package var agent: [String]

  package init(customer: [String] = [], agent: [String] = []) {
    self.customer = customer
    self.agent = agent
  }

  package var isEmpty: Bool { customer.isEmpty && agent.isEmpty }
}
