// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "textmill",
  products: [
    .executable(name: "textmill", targets: ["textmill"]),
    .library(name: "TextMill", targets: ["TextMill"]),
    .library(name: "TextAlgorithms", targets: ["TextAlgorithms"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The door: arguments, terminal, exit codes.
    .executableTarget(
      name: "textmill",
      dependencies: [
        "TextMill", "CAllocator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The house: documents, files and configuration.
    .target(
      name: "TextMill",
      dependencies: [
        "TextAlgorithms", "CArchive", "CLibXML2", "CMail", "CZstd", "CDeflate", "CZlib", "CBrotli",
        "CUnicode", "CLanguage", "CPhone", "CVocabulary", "CTargets",
        .product(name: "Yams", package: "Yams"),
      ]),
    // The workshop: text, bytes and numbers only.
    .target(
      name: "TextAlgorithms",
      dependencies: ["CLibXML2", "CUnicode", "CTables", "CLanes", "CCrypto"]),
    .executableTarget(name: "textmill-bench", dependencies: ["TextMill", "TextAlgorithms"]),

    // Shims: what Swift can't call directly.
    .systemLibrary(name: "CAllocator"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(
      name: "CUnicode", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CLanguage", linkerSettings: [.linkedLibrary("cld2")]),
    .target(name: "CMail", dependencies: ["CGMime"]),
    .target(name: "CPhone", linkerSettings: [.linkedLibrary("phonenumber")]),
    .target(name: "CVocabulary", exclude: ["default.tiktoken", "vocabulary.yaml"]),
    .target(name: "CTables", exclude: ["scripts"]),
    .target(name: "CLanes"),
    .target(name: "CTargets", exclude: ["targets.json"]),

    .testTarget(name: "TextAlgorithmsTests", dependencies: ["TextAlgorithms"]),
    .testTarget(name: "TextMillTests", dependencies: ["TextMill", "TextAlgorithms"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["textmill", "TextMill", "TextAlgorithms"]),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
