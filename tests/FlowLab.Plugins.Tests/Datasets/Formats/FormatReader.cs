using FlowLab.Data;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Tests.Datasets.Formats;

/// <summary>A reader with good files of its format, for tests that hold for every format.</summary>
public sealed record FormatReader(string Name, Func<Stream, ImageTable> Read, IReadOnlyList<byte[]> Good)
{
    private const string Place = "file";

    public static IReadOnlyList<FormatReader> All { get; } =
    [
        new("idx", stream => IdxReader.Read(stream, Place),
        [
            SampleFiles.Idx(0x08, [5, 3, 4], SampleFiles.Ramp(60)),
            SampleFiles.Idx(0x0B, [5, 3], SampleFiles.Ramp(30)),
            SampleFiles.Idx(0x0D, [2, 2, 2, 2], new byte[64]),
        ]),
        new("idx.gz", stream => IdxReader.Read(stream, Place), [SampleFiles.Gzip(SampleFiles.Idx(0x08, [50, 3, 4], SampleFiles.Ramp(600)))]),
        new("cifar", stream => CifarReader.Read(stream, Place), [SampleFiles.Cifar(3, 9)]),
        new("cifar.gz", stream => CifarReader.Read(stream, Place), [SampleFiles.Gzip(SampleFiles.Cifar(3, 9))]),
        new("npy", stream => NpyReader.Read(stream, Place),
        [
            SampleFiles.Npy("|u1", "(5, 3, 4)", SampleFiles.Ramp(60)),
            SampleFiles.Npy("<i2", "(4, 5)", SampleFiles.Ramp(40), fortran: true),
            SampleFiles.Npy(">f8", "(3, 2)", new byte[48], version: 2),
        ]),
        new("npy.gz", stream => NpyReader.Read(stream, Place), [SampleFiles.Gzip(SampleFiles.Npy("<i4", "(30, 5)", SampleFiles.Ramp(600)))]),
        new("npz", stream => NpzReader.Read(stream, Place),
        [
            SampleFiles.Npz(System.IO.Compression.CompressionLevel.NoCompression, ("x.npy", SampleFiles.Npy("|u1", "(5, 3, 4)", SampleFiles.Ramp(60)))),
            SampleFiles.Npz(System.IO.Compression.CompressionLevel.Optimal, ("x.npy", SampleFiles.Npy("<f4", "(5, 3, 4)", new byte[240])), ("note.txt", [1, 2])),
        ]),
    ];

    /// <summary>The table, or null if the file is refused by number; any other exception fails the test.</summary>
    public ImageTable? Try(byte[] file, out FlowLabDataException? refusal)
    {
        refusal = null;
        try
        {
            return Read(new MemoryStream(file));
        }
        catch (FlowLabDataException failure)
        {
            refusal = failure;
            return null;
        }
    }

    public override string ToString() => Name;
}
