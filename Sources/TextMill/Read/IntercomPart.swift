internal import TextAlgorithms

/// What a part of an Intercom conversation is, by its type and by whether it has a body.
enum IntercomPart: Equatable {
  case comment, note
  /// An event without a message.
  case dropped
  /// A type that isn't known: new ones appear often. Its name, where that is a word.
  case unknown(String)

  /// Types that may carry a message: an agent's answer also comes with an assignment or a closing.
  private static let speaking: Set<String> = [
    "comment", "quick_reply", "assignment", "open", "close", "snoozed", "unsnoozed",
    "assign_and_reopen", "assign_and_unsnooze", "open_and_assign", "close_and_comment",
  ]
  private static let notes: Set<String> = ["note", "note_and_reopen", "note_and_close"]
  private static let events: Set<String> = [
    "default_assignment", "away_mode_assignment", "message_strategy_assignment",
    "participant_added", "participant_removed", "language_detection_details",
    "conversation_attribute_updated_by_admin", "conversation_attribute_updated_by_workflow",
    "conversation_attribute_updated_by_user", "conversation_rating_changed",
    "conversation_rating_remark_added", "channel_and_reply_time_expectation",
    "assignment_rule_assignment", "workflow_assignment", "operator_workflow_event",
    "custom_action_started", "custom_action_finished", "conversation_tags_updated",
    "conversation_sla_applied_by_admin", "conversation_sla_applied_by_workflow",
    "conversation_sla_applied_by_rule", "sla_applied", "sla_missed", "title_update",
    "timer_unsnooze", "snooze_expired", "balanced_assignment", "merged_primary_conversation",
    "merged_secondary_conversation", "conversation_summary", "fin_answer_feedback",
  ]

  init(_ part: JSONValue) {
    let type = part["part_type"]?.string ?? "comment"
    if IntercomPart.notes.contains(type) {
      self = .note
    } else if IntercomPart.speaking.contains(type) {
      self =
        part.text("body") != nil || part.isTrue("redacted") || type == "comment"
        ? .comment : .dropped
    } else if IntercomPart.events.contains(type) || type.hasPrefix("timer_")
      || type.hasPrefix("assign_and_") || type.hasPrefix("conversation_attribute_updated")
    {
      self = .dropped
    } else {
      let isWord =
        type.utf8.count <= 48
        && type.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
      self = .unknown(isWord ? type : "other")
    }
  }
}
