using System.Globalization;

namespace FlowLab.Benchmarks.Results;

/// <summary>A figure as <see cref="Figure.Print"/> wrote it.</summary>
internal sealed record ResultLine(string Name, double Value, string Unit)
{
    /// <summary>All of the name before its last dot: what was measured.</summary>
    public string Case => Name[..Name.LastIndexOf('.')];

    /// <summary>The last part of the name: of whom, or of which two.</summary>
    public string Contender => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>The figure, or null if the line is none.</summary>
    public static ResultLine? TryParse(string line)
    {
        string[] parts = line.Split(' ', 3);
        return parts.Length == 3 && parts[0].Contains('.', StringComparison.Ordinal) && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? new ResultLine(parts[0], value, parts[2])
            : null;
    }
}
