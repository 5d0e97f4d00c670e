using System.IO.Compression;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Formats;

namespace FlowLab.Plugins.Tests.Datasets.Formats;

/// <summary>The text of each refusal: where, what, expected, actual, what to do.</summary>
[TestFixture]
public sealed class RefusalTests
{
    private static readonly byte[] Idx = SampleFiles.Idx(0x08, [5, 3, 4], SampleFiles.Ramp(60));
    private static readonly byte[] Npy = SampleFiles.Npy("|u1", "(5, 3, 4)", SampleFiles.Ramp(60));

    [Test]
    public void A_missing_file_and_a_folder_are_refused()
    {
        string missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        foreach (Action read in (Action[])[() => IdxReader.Read(missing), () => CifarReader.Read(missing), () => NpyReader.Read(missing), () => NpzReader.Read(missing), () => NpzReader.Read(Path.GetTempPath()), () => IdxReader.Read("")])
            Assert.That(() => read(), Throws.TypeOf<FlowLabDataException>().With.Message.StartWith("FLD001 ").And.Message.Contains("check its path and permissions"));
    }

    [Test]
    public void Another_format_is_refused()
    {
        Assert.That(OfIdx(Npy), Is.EqualTo(
            "FLD002 f: this is another format; expected an IDX file, which begins with 00 00, a type and the number of axes, such as 00000803; found 934e554d; check that the path names the right file"));
        Assert.That(OfNpy(Idx), Does.StartWith("FLD002 f: this is another format; expected a NumPy array, which begins with 93 'NUMPY'; found 000008030000;"));
    }

    [Test]
    public void A_cut_off_file_is_refused_before_it_is_read()
    {
        Assert.That(OfIdx(Idx[..^1]), Is.EqualTo(
            "FLD003 f: the file ends early, in the elements of an array of shape [5, 3, 4]; expected 76 bytes; found 75 bytes; the file is damaged or was cut off; get it again"));
        Assert.That(OfCifar(SampleFiles.Cifar(1, 2)[..^1]), Does.StartWith("FLD003 f: the file ends early, in record 1 of 3073 bytes; expected 6146 bytes; found 6145 bytes;"));
        Assert.That(OfCifar([]), Does.StartWith("FLD003 f: the file ends early, in record 0 of 3073 bytes; expected 3073 bytes; found 0 bytes;"));
        Assert.That(OfIdx(Idx[..6]), Does.StartWith("FLD003 f: the file ends early, in the IDX header; expected 8 bytes; found 6 bytes;"));
    }

    [Test]
    public void Bytes_after_the_end_are_refused() => Assert.That(OfNpy([.. Npy, 1, 2]), Is.EqualTo(
        "FLD004 f: bytes follow an array of shape [5, 3, 4]; expected an end after 188 bytes; found 190 bytes; the file is damaged or was cut off; get it again, or write it anew with one array only"));

    [TestCase(new uint[] { 4_000_000_000, 4_000_000_000, 4_000_000_000, 4_000_000_000 })]
    [TestCase(new uint[] { 65536, 32768 })]
    [TestCase(new uint[] { 4_294_967_295 })]
    public void A_claim_beyond_the_limit_is_refused(uint[] shape) => Assert.That(OfIdx(SampleFiles.Idx(0x08, shape, [])), Is.EqualTo(
        $"FLD005 f: an array of shape [{string.Join(", ", shape)}] is too large; expected at most 2147483591 bytes; found [{string.Join(", ", shape)}] elements of 1 byte; " +
        "nothing was read, because the header is wrong or the data has to be split into smaller files"));

    [Test]
    public void A_header_that_claims_to_be_long_is_refused() =>
        Assert.That(OfNpy([0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF]), Does.StartWith("FLD005 f: the header is too large; expected at most 65536 bytes; found 4294967295 bytes;"));

    [TestCase("<c8")]
    [TestCase("<f16")]
    [TestCase("|f4")]
    [TestCase("f4")]
    [TestCase("|S3")]
    [TestCase("<U7")]
    [TestCase("<M8[ns]")]
    [TestCase("|O")]
    [TestCase("")]
    public void Another_element_type_is_refused(string type) => Assert.That(OfNpy(SampleFiles.Npy(type, "(2,)", new byte[16])), Is.EqualTo(
        $"FLD006 f: elements of type '{type}' cannot be read; expected one of |b1, |u1, |i1, <u2, <i2, <f2, <u4, <i4, <f4, <u8, <i8, <f8 and the same big-endian (>) or native (=); " +
        "convert the array, such as by array.astype('<f4') of NumPy"));

    [Test]
    public void Another_element_type_of_idx_is_refused() =>
        Assert.That(OfIdx(SampleFiles.Idx(0x0A, [1], [1])), Does.StartWith("FLD006 f: elements of type 0x0a cannot be read; expected one of 0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e;"));

    [TestCase("()", "[]")]
    [TestCase("(0, 3)", "[0, 3]")]
    [TestCase("(1, 1, 1, 1, 1)", "[1, 1, 1, 1, 1]")]
    public void A_shape_that_is_no_table_is_refused(string shape, string shown) => Assert.That(OfNpy(SampleFiles.Npy("|u1", shape, [1])), Is.EqualTo(
        $"FLD007 f: an array of shape {shown} is no table of points; expected [N], [N, D], [N, H, W], or four axes with channels, and at least one element; reshape the array"));

    [TestCase("{'descr': '|u1', 'fortran_order': False}", "the keys descr, fortran_order and shape must all be there")]
    [TestCase("{'descr': '|u1', 'descr': '|u1'}", "the key 'descr' is unknown or stands there twice")]
    [TestCase("{'order': 'C'}", "the key 'order' is unknown or stands there twice")]
    [TestCase("{'descr': [('a', '<f4')]}", "at position 10 there is no text in quotes; structured types are not supported")]
    [TestCase("{'fortran_order': 0}", "at position 18 there is neither True nor False")]
    [TestCase("{'shape': (-1,)}", "at position 11 there is no length of 1 to 18 digits")]
    [TestCase("{'shape': (1234567890123456789,)}", "at position 11 there is no length of 1 to 18 digits")]
    [TestCase("{'shape': 3}", "at position 10 there is no '('")]
    [TestCase("{'descr' '|u1'}", "at position 9 there is no ':'")]
    [TestCase("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} + x", "text follows the closing brace at position 56")]
    [TestCase("__import__('os')", "at position 0 there is no '{'")]
    public void A_header_that_numpy_does_not_write_is_refused(string header, string why) => Assert.That(OfNpy(SampleFiles.NpyText(header, [1])), Is.EqualTo(
        $"FLD008 f: the header of the array cannot be read: {why}; expected what numpy.save writes, such as " +
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1965, 28, 20), }; write the file anew"));

    [Test]
    public void Damaged_compression_is_refused()
    {
        byte[] file = SampleFiles.Gzip(SampleFiles.Idx(0x08, [50, 3, 4], SampleFiles.Ramp(600)));
        Assert.That(OfIdx([.. file[..^8], (byte)(file[^8] ^ 1), .. file[^7..]]), Does.Match("^FLD009 f: the compressed data is damaged: the trailer's CRC-32 is [0-9a-f]{8}, that of the content [0-9a-f]{8}; expected one gzip member and nothing after it; get the file again$"));
        Assert.That(OfIdx([.. file[..^8], 7, 8, 9, .. file[^8..]]), Does.StartWith("FLD009 f: the compressed data is damaged: 3 bytes follow the end of the compressed data;"));
        Assert.That(OfIdx([.. file[..10], 0x07, .. file[11..]]), Does.StartWith("FLD009 f: the compressed data is damaged: it cannot be inflated after 0 bytes;"));
        Assert.That(OfIdx([0x1F, 0x8B, 7, .. file[3..]]), Does.StartWith("FLD009 f: the compressed data is damaged: its header has method 7 and flags 0,"));
    }

    [Test]
    public void A_bomb_is_refused_without_being_inflated()
    {
        byte[] bomb = SampleFiles.Gzip(SampleFiles.Idx(0x08, [10_000_000], new byte[10_000_000]));
        Assert.That(bomb, Has.Length.LessThan(12_000));

        byte[] small = [.. SampleFiles.Idx(0x08, [5], [1, 2, 3, 4, 5]), .. new byte[10_000_000]];
        Assert.That(OfIdx(SampleFiles.Gzip(small)), Does.StartWith("FLD004 f: bytes follow an array of shape [5]; expected an end after 13 bytes; found 10000013 bytes;"));
        Assert.That(OfIdx([.. bomb[..^4], 13, 0, 0, 0]), Does.StartWith("FLD003 f: the file ends early, in the elements of an array of shape [10000000]; expected 10000008 bytes; found 13 bytes;"));
        Assert.That(OfIdx([.. bomb[..^4], 0xFF, 0xFF, 0xFF, 0xFF]), Does.StartWith("FLD009 f: the compressed data is damaged: its trailer claims 4294967295 bytes, more than "));
        byte[] lying = SampleFiles.Gzip(small);
        Assert.That(OfIdx([.. lying[..^4], 13, 0, 0, 0]), Does.StartWith("FLD004 f: bytes follow the elements; expected an end after 13 bytes; found more than 13 bytes;"));
    }

    [Test]
    public void A_damaged_archive_is_refused()
    {
        byte[] file = SampleFiles.Npz(CompressionLevel.NoCompression, ("x.npy", Npy));
        int at = file.AsSpan().IndexOf(SampleFiles.Ramp(60));
        Assert.That(OfNpz([.. file, 0]), Does.StartWith("FLD010 f: the archive cannot be read: it does not end with the record that ends an archive,"));
        Assert.That(OfNpz([.. file[..at], 77, .. file[(at + 1)..]]), Does.Match(@"^FLD010 f\[x\]: the archive cannot be read: its CRC-32 is [0-9a-f]{8}, the directory says [0-9a-f]{8};"));
        Assert.That(OfNpz(Idx), Does.StartWith("FLD010 f: "));
        Assert.That(OfNpz([1]), Does.StartWith("FLD003 f: the file ends early, in the directory of the archive; expected 22 bytes; found 1 byte;"));
    }

    [Test]
    public void An_array_that_is_not_there_is_refused()
    {
        byte[] file = SampleFiles.Npz(CompressionLevel.Optimal, ("x.npy", Npy), ("y.npy", Npy));
        Assert.That(OfNpz(file), Is.EqualTo("FLD011 f: which array is not said; the archive has x, y; name one of them"));
        Assert.That(OfNpz(file, "z"), Is.EqualTo("FLD011 f: there is no array \"z\"; the archive has x, y; name one of them"));
        Assert.That(OfNpz(SampleFiles.Npz(CompressionLevel.Optimal)), Is.EqualTo("FLD011 f: there is no array; the archive has no arrays; name one of them"));
    }

    [Test]
    public void A_label_out_of_range_is_refused() => Assert.That(OfCifar(SampleFiles.Cifar(9, 10)), Is.EqualTo(
        "FLD012 f: record 1 has label 10; expected 0 to 9; the file is damaged, or no CIFAR-10 file"));

    [TestCase(double.NaN, "NaN")]
    [TestCase(double.NegativeInfinity, "minus infinity")]
    [TestCase(1e39, "1E+39, beyond float32")]
    public void A_number_that_float32_lacks_is_refused(double value, string shown) => Assert.That(
        OfNpy(SampleFiles.Npy("<f8", "(2,)", [.. new byte[8], .. BitConverter.GetBytes(value)])),
        Is.EqualTo($"FLD013 f: 1 number is not finite: row 1 is {shown}; expected finite numbers within the range of float32; clean the array first (rows and columns count from 0)"));

    [TestCase(false)]
    [TestCase(true)]
    public void Numbers_that_are_not_finite_are_counted_and_placed_by_row_and_column_whatever_the_order_of_the_file(bool fortran)
    {
        const int rows = 50, columns = 2;
        double[] values = new double[rows * columns];
        values[At(17, 1)] = double.NaN;
        values[At(40, 0)] = double.PositiveInfinity;
        byte[] file = SampleFiles.Npy("<f8", "(50, 2)", [.. values.SelectMany(BitConverter.GetBytes)], fortran);

        Assert.That(OfNpy(file), Does.StartWith("FLD013 f: 2 numbers are not finite: row 17, column 1 is NaN; row 40, column 0 is infinite; expected"));

        int At(int row, int column) => fortran ? column * rows + row : row * columns + column;
    }

    [Test]
    public void Of_many_numbers_that_are_not_finite_five_are_named() => Assert.That(
        OfNpy(SampleFiles.Npy("<f4", "(2, 2, 2)", [.. Enumerable.Repeat(float.NaN, 8).SelectMany(BitConverter.GetBytes)])),
        Does.StartWith("FLD013 f: 8 numbers are not finite: element [0, 0, 0] is NaN; element [0, 0, 1] is NaN;").And.Contain("element [1, 0, 0] is NaN; and 3 more;"));

    [Test]
    public void A_member_that_is_compressed_by_another_method_is_refused_by_its_name()
    {
        byte[] file = SampleFiles.Npz(CompressionLevel.NoCompression, ("x.npy", Npy));
        int directory = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        file[8] = file[directory + 10] = 12;
        Assert.That(OfNpz(file), Does.StartWith("FLD010 f[x]: the archive cannot be read: it is neither stored nor deflated (").And.Contain("BZip2").IgnoreCase);
    }

    [TestCase(4, 0)]
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    public void Another_version_is_refused(int major, int minor) => Assert.That(
        OfNpy([0x93, .. "NUMPY"u8, (byte)major, (byte)minor, .. Npy[8..]]), Does.StartWith($"FLD014 f: the array has format version {major}.{minor}; expected 1.0, 2.0 or 3.0;"));

    private static string OfIdx(byte[] file) => MessageOf(() => IdxReader.Read(new MemoryStream(file), "f"));

    private static string OfCifar(byte[] file) => MessageOf(() => CifarReader.Read(new MemoryStream(file), "f"));

    private static string OfNpy(byte[] file) => MessageOf(() => NpyReader.Read(new MemoryStream(file), "f"));

    private static string OfNpz(byte[] file, string? array = null) => MessageOf(() => NpzReader.Read(new MemoryStream(file), "f", array));

    private static string MessageOf(Action read) => Assert.Throws<FlowLabDataException>(read)!.Message;
}
