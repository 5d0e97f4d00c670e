using System.Diagnostics;
using System.Globalization;

namespace FlowLab.Tests.Fuzzing;

/// <summary>What became of the inputs of one fuzz test, by kind of input.</summary>
internal sealed class FuzzTally
{
    private readonly SortedDictionary<string, (long Inputs, TimeSpan Slowest, long MostBytes)> _kinds = new(StringComparer.Ordinal);

    /// <summary>One more input that ended as it should.</summary>
    /// <param name="kind">What it was: a format, a command.</param>
    /// <param name="time">What it took.</param>
    /// <param name="bytes">What its thread allocated.</param>
    public void Add(string kind, TimeSpan time, long bytes)
    {
        (long inputs, TimeSpan slowest, long most) = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = (inputs + 1, time > slowest ? time : slowest, Math.Max(most, bytes));
    }

    /// <summary>A line per kind.</summary>
    public override string ToString()
    {
        using Process process = Process.GetCurrentProcess();
        return string.Join('\n', _kinds.Select(kind => string.Create(CultureInfo.InvariantCulture,
            $"fuzzed {kind.Key}: {kind.Value.Inputs:N0} inputs, none crashed or hung; slowest {kind.Value.Slowest.TotalMilliseconds:N0} ms, most allocated {Mebibytes(kind.Value.MostBytes):N1} MiB; process peak {Mebibytes(process.PeakWorkingSet64):N0} MiB")));
    }

    private static double Mebibytes(long bytes) => bytes / 1024.0 / 1024.0;
}
