using System.Buffers.Binary;
using System.IO.Compression;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Tests.Datasets.Formats;

/// <summary>What good files are read as. The arrays of NumPy were written by NumPy 1.24.</summary>
[TestFixture]
public sealed class ReaderTests
{
    private const string BigEndianInt16 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPmkyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDQpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr/+//8//3//v//AAAAAQACAAMABAAFAAYABwAIAAkACgALAAwADQAOAA8AEAARABI=";

    private const string Int32 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDQpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAoIYBAEANAwDgkwQAgBoGACChBwDAJwkAYK4KAAA1DACguw0AQEIPAODIEACATxIAINYTAMBcFQBg4xYAAGoYAKDwGQBAdxsA4P0cAICEHgAgCyAAwJEhAGAYIwA=";

    private const string Float32 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMsIDQpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAPgAAgD4AAMA+AAAAPwAAID8AAEA/AABgPwAAgD8AAJA/AACgPwAAsD8AAMA/AADQPwAA4D8AAPA/AAAAQAAACEAAABBAAAAYQAAAIEAAAChAAAAwQAAAOEA=";

    private const string FortranFloat64 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAAAAAAAAPg/AAAAAAAA4D8AAAAAAAAAQAAAAAAAAPA/AAAAAAAABEAAAAAAAADAPwAAAAAAAPo/AAAAAAAA5D8AAAAAAAABQAAAAAAAAPI/AAAAAAAABUAAAAAAAADQPwAAAAAAAPw/AAAAAAAA6D8AAAAAAAACQAAAAAAAAPQ/AAAAAAAABkAAAAAAAADYPwAAAAAAAP4/AAAAAAAA7D8AAAAAAAADQAAAAAAAAPY/AAAAAAAAB0A=";

    private const string FortranBigEndianFloat32 = "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAP8AAAD8AAABAAAAAP4AAAEAgAAA+AAAAP9AAAD8gAABACAAAP5AAAEAoAAA+gAAAP+AAAD9AAABAEAAAP6AAAEAwAAA+wAAAP/AAAD9gAABAGAAAP7AAAEA4AAA=";

    private const string Version2 = "k05VTVBZAgB0AAAAeydkZXNjcic6ICd8dTEnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhc=";

    private const string Stored = "UEsDBBQAAAAAAAAAIQBErVeCmAAAAJgAAAAFABQAeC5ucHkBABAAmAAAAAAAAACYAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJ3x1MScsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAzLCA0KSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAAECAwQFBgcICQoLDA0ODxAREhMUFRYXUEsDBBQAAAAAAAAAIQDRtUNV4AAAAOAAAAAFABQAeS5ucHkBABAA4AAAAAAAAADgAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJzxmNCcsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAzLCA0KSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAAAAAAAAAD4AAIA+AADAPgAAAD8AACA/AABAPwAAYD8AAIA/AACQPwAAoD8AALA/AADAPwAA0D8AAOA/AADwPwAAAEAAAAhAAAAQQAAAGEAAACBAAAAoQAAAMEAAADhAUEsBAhQDFAAAAAAAAAAhAEStV4KYAAAAmAAAAAUAAAAAAAAAAAAAAIABAAAAAHgubnB5UEsBAhQDFAAAAAAAAAAhANG1Q1XgAAAA4AAAAAUAAAAAAAAAAAAAAIABzwAAAHkubnB5UEsFBgAAAAACAAIAZgAAAOYBAAAAAA==";

    private const string Deflated = "UEsDBBQAAAAIAAAAIQAMx4BEVgAAAIgHAAAJABQAYXJyXzAubnB5AQAQAIgHAAAAAAAAVgAAAAAAAACb7BfqGxDJyFDGUK2eklqcXKRupaBeU2qorqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGBiCsqaNQq0AO4GIfBaNgFIyCUTAKRjAAAFBLAQIUAxQAAAAIAAAAIQAMx4BEVgAAAIgHAAAJAAAAAAAAAAAAAACAAQAAAABhcnJfMC5ucHlQSwUGAAAAAAEAAQA3AAAAkQAAAAAA";

    [TestCase(BigEndianInt16, 1f, -5f)]
    [TestCase(Int32, 100_000f, 0f)]
    [TestCase(Float32, 0.125f, 0f)]
    [TestCase(FortranFloat64, 0.125f, 0f)]
    [TestCase(FortranBigEndianFloat32, 0.125f, 0f)]
    public void Arrays_of_NumPy_are_read(string file, float scale, float offset)
    {
        ImageTable table = NpyReader.Read(Stream(file), "f");
        Assert.That((table.Count, table.Channels, table.Height, table.Width, table.Bytes), Is.EqualTo((2, 1, 3, 4, (byte[]?)null)));
        Assert.That(table.Floats, Is.EqualTo(Enumerable.Range(0, 24).Select(i => i * scale + offset)));
    }

    [TestCaseSource(nameof(Types))]
    public void Every_type_of_number_is_read_in_both_byte_orders(string type, Func<int, byte[]> encode)
    {
        int[] numbers = type == "b1" ? [0, 1, 1, 0] : type[0] == 'u' ? [0, 1, 100, 7] : [0, 1, -100, 7];
        byte[] little = [.. numbers.SelectMany(encode)], big = [.. numbers.SelectMany(number => encode(number).Reverse())];
        foreach ((string mark, byte[] elements) in new[] { ("<", little), ("=", little), (">", big) })
            Assert.That(Read(mark + type, elements), Is.EqualTo(numbers), mark + type);
        if (little.Length == numbers.Length)
            Assert.That(Read("|" + type, little), Is.EqualTo(numbers));

        static IEnumerable<float> Read(string type, byte[] elements)
        {
            ImageTable table = NpyReader.Read(new MemoryStream(SampleFiles.Npy(type, "(2, 2)", elements, version: 3)), "f");
            return table.Floats ?? table.Bytes!.Select(value => (float)value);
        }
    }

    private static IEnumerable<TestCaseData> Types() =>
    [
        Type("b1", number => [(byte)number]), Type("u1", number => [(byte)number]), Type("i1", number => [(byte)(sbyte)number]),
        Type("u2", number => BitConverter.GetBytes((ushort)number)), Type("i2", number => BitConverter.GetBytes((short)number)), Type("f2", number => BitConverter.GetBytes((Half)number)),
        Type("u4", number => BitConverter.GetBytes((uint)number)), Type("i4", BitConverter.GetBytes), Type("f4", number => BitConverter.GetBytes((float)number)),
        Type("u8", number => BitConverter.GetBytes((ulong)number)), Type("i8", number => BitConverter.GetBytes((long)number)), Type("f8", number => BitConverter.GetBytes((double)number)),
    ];

    private static TestCaseData Type(string name, Func<int, byte[]> encode) => new TestCaseData(name, encode).SetArgDisplayNames(name);

    [Test]
    public void Bytes_of_NumPy_in_version_2_stay_bytes()
    {
        ImageTable table = NpyReader.Read(Stream(Version2), "f");
        Assert.That(table.Bytes, Is.EqualTo(Enumerable.Range(0, 24)));
        Assert.That(table.Floats, Is.Null);
    }

    [Test]
    public void Archives_of_NumPy_are_read_stored_and_deflated()
    {
        Assert.That(NpzReader.Read(Stream(Stored), "f", "x").Bytes, Is.EqualTo(Enumerable.Range(0, 24)));
        Assert.That(NpzReader.Read(Stream(Stored), "f", "y").Floats, Is.EqualTo(Enumerable.Range(0, 24).Select(i => i / 8f)));
        ImageTable sevens = NpzReader.Read(Stream(Deflated), "f");
        Assert.That((sevens.Count, sevens.Height, sevens.Width), Is.EqualTo((2, 30, 30)));
        Assert.That(sevens.Bytes, Is.All.EqualTo(7));
    }

    [TestCase("(6,)", 6, 1, 1)]
    [TestCase("(2, 3)", 2, 1, 3)]
    [TestCase("(1, 2, 3)", 1, 2, 3)]
    [TestCase("( 1L , 2L,3L )", 1, 2, 3)]
    public void Fewer_axes_are_vectors_or_gray_images(string shape, int count, int height, int width)
    {
        ImageTable table = NpyReader.Read(new MemoryStream(SampleFiles.Npy("|u1", shape, [1, 2, 3, 4, 5, 6])), "f");
        Assert.That((table.Count, table.Channels, table.Height, table.Width), Is.EqualTo((count, 1, height, width)));
        Assert.That(table.Bytes, Is.EqualTo(new byte[] { 1, 2, 3, 4, 5, 6 }));
    }

    [Test]
    public void Channels_come_first_in_a_table_wherever_the_file_has_them(
        [Values] bool fortran, [Values] ChannelOrder channels)
    {
        int[] lengths = channels == ChannelOrder.First ? [2, 3, 4, 5] : [2, 4, 5, 3];
        byte[] elements = new byte[120];
        for (int n = 0; n < 2; n++)
            for (int c = 0; c < 3; c++)
                for (int h = 0; h < 4; h++)
                    for (int w = 0; w < 5; w++)
                        elements[Offset(lengths, channels == ChannelOrder.First ? [n, c, h, w] : [n, h, w, c], fortran)] = (byte)(((n * 3 + c) * 4 + h) * 5 + w);
        ImageTable table = NpyReader.Read(new MemoryStream(SampleFiles.Npy("|u1", $"({string.Join(", ", lengths)})", elements, fortran)), "f", channels);
        Assert.That((table.Count, table.Channels, table.Height, table.Width), Is.EqualTo((2, 3, 4, 5)));
        Assert.That(table.Bytes, Is.EqualTo(Enumerable.Range(0, 120)));
    }

    [Test]
    public void Idx_elements_are_big_endian_and_of_every_type()
    {
        Assert.That(Idx(0x08, [1, 255]).Bytes, Is.EqualTo(new byte[] { 1, 255 }));
        Assert.That(Idx(0x09, [1, 255]).Floats, Is.EqualTo(new[] { 1f, -1f }));
        Assert.That(Idx(0x0B, [1, 0, 0xFF, 0xFE]).Floats, Is.EqualTo(new[] { 256f, -2f }));
        Assert.That(Idx(0x0C, [0, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]).Floats, Is.EqualTo(new[] { 65536f, -1f }));
        byte[] numbers = new byte[24];
        BinaryPrimitives.WriteSingleBigEndian(numbers, 1.5f);
        BinaryPrimitives.WriteSingleBigEndian(numbers.AsSpan(4), -0.25f);
        BinaryPrimitives.WriteDoubleBigEndian(numbers.AsSpan(8), 1.5);
        BinaryPrimitives.WriteDoubleBigEndian(numbers.AsSpan(16), -0.25);
        Assert.That(Idx(0x0D, numbers[..8]).Floats, Is.EqualTo(new[] { 1.5f, -0.25f }));
        Assert.That(Idx(0x0E, numbers[8..]).Floats, Is.EqualTo(new[] { 1.5f, -0.25f }));
    }

    [Test]
    public void Cifar_records_become_planes_and_labels()
    {
        ImageTable table = CifarReader.Read(new MemoryStream(SampleFiles.Cifar(3, 9, 0)), "f");
        Assert.That((table.Count, table.Channels, table.Height, table.Width), Is.EqualTo((3, 3, 32, 32)));
        Assert.That(table.Labels, Is.EqualTo(new byte[] { 3, 9, 0 }));
        Assert.That(table.Bytes![3072..6144], Is.EqualTo(SampleFiles.Cifar(3, 9)[3074..]));
    }

    [TestCaseSource(typeof(FormatReader), nameof(FormatReader.All))]
    public void Good_files_are_read(FormatReader reader)
    {
        foreach (byte[] good in reader.Good)
            Assert.That(reader.Read(new MemoryStream(good)).Count, Is.Positive);
    }

    [TestCase(CompressionLevel.NoCompression)]
    [TestCase(CompressionLevel.Fastest)]
    [TestCase(CompressionLevel.SmallestSize)]
    public void A_gzip_file_is_told_by_its_first_bytes_and_reads_as_its_content(CompressionLevel level)
    {
        byte[] content = SampleFiles.Idx(0x08, [3000, 10, 10], [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * i >> 7))]);
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, level, leaveOpen: true))
            gzip.Write(content);
        Assert.That(IdxReader.Read(new MemoryStream(stream.ToArray()), "f").Bytes, Is.EqualTo(content[16..]));
    }

    [Test]
    public void A_gzip_header_may_have_every_field()
    {
        byte[] file = SampleFiles.Gzip(SampleFiles.Idx(0x08, [5], [1, 2, 3, 4, 5]));
        byte[] header = [0x1F, 0x8B, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3, 3, 0, 9, 9, 9, (byte)'n', 0, (byte)'c', 0, 0xAB, 0xCD];
        Assert.That(IdxReader.Read(new MemoryStream([.. header, .. file[10..]]), "f").Bytes, Is.EqualTo(new byte[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void A_file_is_closed_after_reading_and_after_a_refusal()
    {
        string path = Path.GetTempFileName();
        foreach (byte[] content in (byte[][])[SampleFiles.Idx(0x08, [1], [1]), SampleFiles.Gzip(SampleFiles.Idx(0x08, [2], [1])), [0x1F, 0x8B]])
        {
            File.WriteAllBytes(path, content);
            try
            {
                IdxReader.Read(path);
            }
            catch (Data.FlowLabDataException)
            {
                Assert.That(content[0], Is.EqualTo(0x1F), "only the last two are refused");
            }
            using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Assert.That(exclusive.Length, Is.EqualTo(content.Length));
        }
        File.Delete(path);
    }

    private static ImageTable Idx(byte type, byte[] elements) => IdxReader.Read(new MemoryStream(SampleFiles.Idx(type, [2], elements)), "f");

    private static MemoryStream Stream(string base64) => new(Convert.FromBase64String(base64));

    private static int Offset(int[] lengths, int[] index, bool fortran)
    {
        int offset = 0;
        foreach (int axis in fortran ? Enumerable.Range(0, 4).Reverse() : Enumerable.Range(0, 4))
            offset = offset * lengths[axis] + index[axis];
        return offset;
    }
}
