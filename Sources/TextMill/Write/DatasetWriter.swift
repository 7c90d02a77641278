/// Writes one dataset of a run, shard by shard; one instance a worker.
///
/// Law: a shard's files are a function of the documents that it is given, in their order.
protocol DatasetWriter: AnyObject {
  /// Begins a shard's files.
  func begin(shard: Int, of shards: Int) throws(TextMillError)
  func write(_ item: PackagedDocument) throws(TextMillError)
  /// Ends the shard's files and makes them appear.
  func commit() throws(TextMillError) -> [DatasetFile.Facts]
}
