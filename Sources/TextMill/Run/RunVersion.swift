/// The version of textmill; a part of every fingerprint and manifest.
package enum RunVersion {
  package static let current = "0.1.0"
}
