using FlowLab.Data;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Finds out what the numbers of a file are.</summary>
internal static class ValueScan
{
    private const byte MostOfBinary = 1;

    /// <summary>
    /// Binary if all numbers are 0 or 1, intensities if they are bytes or within [0, 1], real otherwise. Bytes that are all 0 or 1 are taken for what
    /// somebody has binarized, not for intensities of at most 1 / 255.
    /// </summary>
    public static PointValues Classify(DataSplit split)
    {
        ImageTable[] tables = [.. split.Parts.Select(part => part.Images)];
        if (tables.All(IsBinary))
            return PointValues.Binary;
        return tables.All(table => FirstOutside(table) < 0) ? PointValues.Intensities : PointValues.Real;
    }

    /// <summary>Where the first number outside [0, 1] is in a table; -1 if there is none.</summary>
    public static int FirstOutside(ImageTable table) => table.Floats is { } floats ? Array.FindIndex(floats, value => value is not (>= 0 and <= 1)) : -1;

    private static bool IsBinary(ImageTable table) => table.Bytes is { } bytes
        ? !bytes.AsSpan().ContainsAnyExceptInRange((byte)0, MostOfBinary)
        : !table.Floats.AsSpan().ContainsAnyExcept(0f, 1f);
}
