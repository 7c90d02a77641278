/// A stage as a filter over JSON Lines: one record in, any number of lines out.
///
/// Law: what it writes is a function of the record alone, so the output of a whole run depends neither
/// on threads nor on how the input is cut.
package protocol RecordStage: SendableMetatype {
  /// Handles one record: appends complete output lines (each with a final line end) to `out`.
  mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError)
}
