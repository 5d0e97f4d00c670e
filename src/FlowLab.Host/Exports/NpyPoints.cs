using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using FlowLab.Host.Results;

namespace FlowLab.Host.Exports;

/// <summary>Reads points that a user gives as NumPy's .npy: [N, ...] in single or double precision, little-endian, in C order.</summary>
internal static partial class NpyPoints
{
    private const int VersionOffset = 6;
    private const long MostBytes = 1 << 30;
    private const int LongestHeader = 1 << 16;
    private const decimal LongestAxis = 1_000_000_000_000;

    /// <summary>[N, D], the points one after another.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dimension">D, what every point has to have.</param>
    /// <exception cref="FlowLabException">FLR090: they are not points of this model.</exception>
    public static float[] Read(string file, int dimension) => ReadRows(file, dimension).Values;

    /// <summary>Rows one after another, and how many numbers each has.</summary>
    /// <param name="file">The file.</param>
    /// <param name="widths">The numbers that a row may have; the first that fits counts.</param>
    /// <exception cref="FlowLabException">FLR090: they are not rows of this model.</exception>
    public static (float[] Values, int Width) ReadRows(string file, params IReadOnlyList<int> widths)
    {
        try
        {
            return Read(file, BoundedFile.ReadAtMost(file, MostBytes) ?? throw Refused(file, "is longer than 1 GiB: give the points in parts", widths), widths);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(file, error);
        }
    }

    private static (float[] Values, int Width) Read(string file, byte[] bytes, IReadOnlyList<int> widths)
    {
        Match header = Header().Match(HeaderOf(bytes, out int start));
        if (!header.Success)
            throw Refused(file, "is no .npy file of float32 or float64 in C order", widths);
        decimal[] shape = [.. Axes().Matches(header.Groups["shape"].Value).Select(AxisOf)];
        decimal each = shape.Skip(1).Aggregate(1m, (product, axis) => Math.Min(product * axis, LongestAxis));
        int dimension = widths.FirstOrDefault(width => width == each);
        if (shape.Length == 0 || shape[0] == 0 || dimension == 0)
            throw Refused(file, $"has the shape ({header.Groups["shape"].Value.Trim()})", widths);
        bool isDouble = header.Groups["type"].Value == "<f8";
        if (bytes.Length - start != shape[0] * dimension * (isDouble ? sizeof(double) : sizeof(float)))
            throw Refused(file, FormattableString.Invariant($"has {bytes.Length - start} bytes of numbers, which is not what its shape needs"), widths);
        float[] numbers = isDouble ? Array.ConvertAll(MemoryMarshal.Cast<byte, double>(bytes.AsSpan(start)).ToArray(), value => (float)value) : MemoryMarshal.Cast<byte, float>(bytes.AsSpan(start)).ToArray();
        int faulty = Array.FindIndex(numbers, value => !float.IsFinite(value));
        return faulty < 0 ? (numbers, dimension) : throw Refused(file, FormattableString.Invariant($"has {numbers[faulty]} in point {faulty / dimension}"), widths);
    }

    /// <summary>No file has an axis that is longer, and products of two such lengths are still exact.</summary>
    private static decimal AxisOf(Match axis) =>
        decimal.TryParse(axis.Value, NumberStyles.None, CultureInfo.InvariantCulture, out decimal length) && length < LongestAxis ? length : LongestAxis;

    /// <summary>The text between magic and numbers; empty where there is none.</summary>
    private static string HeaderOf(byte[] bytes, out int start)
    {
        start = 0;
        if (bytes.Length < 12 || bytes[0] != 0x93 || !bytes.AsSpan(1, 5).SequenceEqual("NUMPY"u8))
            return "";
        int sizeOfLength = bytes[VersionOffset] == 1 ? sizeof(ushort) : sizeof(uint), first = VersionOffset + 2 + sizeOfLength;
        long length = sizeOfLength == sizeof(ushort) ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)) : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8));
        if (length > LongestHeader || first + length > bytes.Length)
            return "";
        start = first + (int)length;
        return Encoding.ASCII.GetString(bytes, first, (int)length);
    }

    private static FlowLabException Refused(string file, string what, IReadOnlyList<int> widths) => new("FLR090",
        $"'{file}' {what}; expected finite points of this model, an array {string.Join(" or ", widths.Distinct().Select(width => $"(N, {width})"))} of float32 or float64, as numpy.save writes it.");

    [GeneratedRegex(@"^\{'descr': '(?<type><f4|<f8)', 'fortran_order': False, 'shape': \((?<shape>[\d, ]*)\), \}\s*$")]
    private static partial Regex Header();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Axes();
}
