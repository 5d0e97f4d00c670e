using System.Globalization;
using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>Every refusal of a data file's form, with its text. <c>place</c> is the file, and the array within an archive.</summary>
internal static class FormatErrors
{
    private const int LongestText = 60;
    private const int MostNames = 20;
    private const string Again = "the file is damaged or was cut off; get it again";

    public static FlowLabDataException Unreadable(string place, Exception cause) => new("FLD001",
        $"{place}: the file cannot be read ({cause.Message.TrimEnd('.')}); expected a file that exists; check its path and permissions", cause);

    public static FlowLabDataException WrongFormat(string place, string expected, ReadOnlySpan<byte> found) => new("FLD002",
        $"{place}: this is another format; expected {expected}; found {(found.Length == 0 ? "an empty file" : Convert.ToHexStringLower(found))}; " +
        "check that the path names the right file");

    public static FlowLabDataException EndsEarly(string place, string part, long expected, long found) => new("FLD003",
        $"{place}: the file ends early, in {part}; expected {Bytes(expected)}; found {Bytes(found)}; {Again}");

    public static FlowLabDataException BytesFollow(string place, string after, long expected, string found) => new("FLD004",
        $"{place}: bytes follow {after}; expected an end after {Bytes(expected)}; found {found}; {Again}, or write it anew with one array only");

    public static FlowLabDataException TooLarge(string place, string what, string claimed, string allowed) => new("FLD005",
        $"{place}: {what} is too large; expected at most {allowed}; found {claimed}; nothing was read, because the header is wrong or the data has " +
        "to be split into smaller files");

    public static FlowLabDataException WrongType(string place, string type, string allowed) => new("FLD006",
        $"{place}: elements of type {type} cannot be read; expected one of {allowed}; convert the array, such as by array.astype('<f4') of NumPy");

    public static FlowLabDataException WrongShape(string place, string shape, string expected) => new("FLD007",
        $"{place}: an array of shape {shape} is no table of points; expected {expected}; reshape the array");

    public static FlowLabDataException WrongHeader(string place, string why) => new("FLD008",
        $"{place}: the header of the array cannot be read: {why}; expected what numpy.save writes, such as " +
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1965, 28, 20), }; write the file anew");

    public static FlowLabDataException DamagedGzip(string place, string why, Exception? cause = null) => new("FLD009",
        $"{place}: the compressed data is damaged: {why}; expected one gzip member and nothing after it; get the file again", cause);

    public static FlowLabDataException DamagedArchive(string place, string why, Exception? cause = null) => new("FLD010",
        $"{place}: the archive cannot be read: {why}; expected what numpy.savez or savez_compressed writes; get the file again, or write it anew", cause);

    public static FlowLabDataException NoSuchArray(string place, string why, IEnumerable<string> names) => new("FLD011",
        $"{place}: {why}; the archive has {Names(names)}; name one of them");

    public static FlowLabDataException WrongLabel(string place, long record, byte found, int classes) => new("FLD012",
        $"{place}: record {record} has label {found}; expected 0 to {classes - 1}; the file is damaged, or no CIFAR-10 file");

    public static FlowLabDataException NotFinite(string place, string where, long count) => new("FLD013", string.Create(
        CultureInfo.InvariantCulture,
        $"{place}: {count} {(count == 1 ? "number is" : "numbers are")} not finite: {where}; expected finite numbers within the range of float32; clean the array first (rows and columns count from 0)"));

    public static FlowLabDataException WrongVersion(string place, int major, int minor) => new("FLD014",
        $"{place}: the array has format version {major}.{minor}; expected 1.0, 2.0 or 3.0; write the array anew with numpy.save");

    public static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "byte" : "bytes")}");

    /// <summary>Text of a file as it may be shown: ASCII without control characters, and not too much of it.</summary>
    public static string Printable(string text) =>
        string.Concat(text.Take(LongestText).Select(letter => letter is >= ' ' and <= '~' ? letter : '?')) + (text.Length > LongestText ? "..." : "");

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(Printable)) is { Length: > 0 } list ? list : "no arrays";
}
