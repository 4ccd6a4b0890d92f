// swift-tools-version: 6.1
import PackageDescription

// One direction, no circles: a target depends only on targets named above it in this list.
let package = Package(
    name: "tracuu",
    products: [.executable(name: "tracuu", targets: ["tracuu"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
        // The sockets of `tracuu serve`.
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
        // Only the tests use it: to compare our compiled templates with a full Mustache engine.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        // No pkg-config file comes with it.
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .systemLibrary(name: "CLinux"),

        .target(name: "Encodings"),
        .target(name: "Hashing", dependencies: ["CCrypto", "Encodings"]),
        // Ed25519 as minisign writes it, and certificates.
        .target(name: "Signing", dependencies: ["CCrypto"]),
        .target(name: "Output"),
        .target(name: "Storage"),
        .target(name: "Parallel"),
        .target(name: "Diagnostics", dependencies: ["Encodings"]),
        .target(name: "VietnameseText"),
        // Word, OpenDocument, HTML and PDF files as lists of paragraphs.
        .target(name: "Documents", dependencies: ["CLibXML2", "CLibArchive", "Encodings", "VietnameseText"]),
        // The lines that open units of official documents: chapters, articles, Roman numbers.
        .target(name: "OfficialText", dependencies: ["VietnameseText"]),
        .target(name: "Citations", dependencies: ["VietnameseText"]),
        .target(
            name: "Records",
            dependencies: [
                "CLibYAML", "Citations", "Diagnostics", "Encodings", "OfficialText", "Parallel", "Storage",
                "VietnameseText",
            ]),
        // Recognises official documents among paragraphs and makes records of them.
        .target(
            name: "Importing", dependencies: ["Documents", "Records", "Citations", "OfficialText", "VietnameseText"]),
        .target(name: "Markup", dependencies: ["CCMarkGFM", "Diagnostics", "Encodings", "VietnameseText"]),
        .target(
            name: "Editing",
            dependencies: [
                "CLinux", "Records", "Markup", "Citations", "Diagnostics", "Hashing", "OfficialText", "Parallel",
                "VietnameseText",
            ]),
        .target(name: "Drawing", dependencies: ["Encodings"]),
        .target(name: "Charts", dependencies: ["Drawing"]),
        .target(name: "Pictures", dependencies: ["Drawing"]),
        .target(name: "LinearPrograms", dependencies: ["CGLPK"]),
        .target(
            name: "Findings",
            dependencies: [
                "LinearPrograms", "Records", "Diagnostics", "Hashing", "Storage", "VietnameseText",
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ]),
        .target(
            name: "Catalogue", dependencies: ["Records", "Citations", "Diagnostics", "Parallel", "VietnameseText"]),
        .target(
            name: "Search",
            dependencies: [
                "Markup", "Records", "Citations", "Encodings", "Diagnostics", "Output", "Parallel", "Storage",
                "VietnameseText",
            ],
            exclude: ["FORMAT.md"]),
        .target(
            name: "Site",
            dependencies: [
                "Catalogue", "Charts", "Documents", "Drawing", "Findings", "Markup", "Pictures", "Records", "Citations",
                "Encodings", "Diagnostics", "Hashing",
                "Output", "Parallel", "Storage", "VietnameseText",
            ]),
        .target(
            name: "Publishing",
            dependencies: [
                "CLinux", "Diagnostics", "Hashing", "Output", "Parallel",
            ]),
        .target(
            name: "Building",
            dependencies: [
                "Publishing", "Search", "Site", "Catalogue", "Documents", "Findings", "Markup", "Records", "Citations",
                "Encodings", "Diagnostics", "Output",
                "Hashing", "Parallel", "Storage", "VietnameseText",
            ]),
        // HTTP/1.1 for one machine: the preview's server and the editor's.
        .target(
            name: "HTTPServing", dependencies: [.product(name: "FlyingSocks", package: "FlyingFox")]),
        .target(
            name: "Preview",
            dependencies: [
                "HTTPServing", "Building", "Site", "Records", "Encodings", "Diagnostics", "Output",
            ]),
        // Editing in the browser: `tracuu serve --edit`.
        .target(
            name: "RecordEditor",
            dependencies: [
                "Preview", "HTTPServing", "Building", "Editing", "Importing", "Documents", "Catalogue", "Records",
                "Citations", "Hashing", "Encodings", "Diagnostics", "VietnameseText",
            ]),
        .executableTarget(
            name: "tracuu",
            dependencies: [
                "RecordEditor", "Preview", "Building", "Editing", "Importing", "Documents", "Publishing", "Search",
                "Catalogue",
                "Records", "Citations", "Signing",
                "Diagnostics",
                "VietnameseText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Encodings"]),
        .testTarget(name: "VietnameseTextTests", dependencies: ["VietnameseText"]),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
        .testTarget(name: "CitationsTests", dependencies: ["Citations", "VietnameseText"]),
        .testTarget(name: "RecordsTests", dependencies: ["Records", "Diagnostics", "Storage"]),
        .testTarget(
            name: "FindingsTests", dependencies: ["Findings", "Charts", "Records", "Diagnostics", "Hashing", "Storage"]),
        .testTarget(name: "EditingTests", dependencies: ["Editing", "Records", "Diagnostics"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Diagnostics"], exclude: ["Golden"]),
        .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "Records", "Diagnostics"]),
        .testTarget(
            name: "SearchTests",
            dependencies: ["Search", "Citations", "Markup", "Output", "Records", "Storage", "VietnameseText"]),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Catalogue", "Findings", "Markup", "Records", "Citations", "Diagnostics", "Output",
                "VietnameseText",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            exclude: ["Golden"]),
        .testTarget(
            name: "BuildingTests",
            dependencies: [
                "Building", "Catalogue", "Diagnostics", "Markup", "Output", "Publishing", "Records", "Site",
            ]),
        .testTarget(
            name: "RecordEditorTests", dependencies: ["RecordEditor", "Editing", "Records", "Building", "Diagnostics"]),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures", "Drawing"]),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Hashing", "Output", "Diagnostics"]),
    ]
)
