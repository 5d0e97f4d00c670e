namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>A random kernel.</summary>
/// <param name="Name">The seed and number that it was made with.</param>
/// <param name="Variables">The types of its locals.</param>
/// <param name="Types">The types that have views.</param>
/// <param name="IsDebug">Emitted as the C# compiler does without optimization.</param>
/// <param name="Body">The statements.</param>
internal sealed record RandomProgram(
    string Name, IReadOnlyList<ProgramType> Variables, IReadOnlyList<ProgramType> Types, bool IsDebug, ProgramNode Body)
{
    /// <summary>Results per instance in the view of each type.</summary>
    internal const int Results = 4;

    /// <summary>The trips of a loop are the low bits of its bound.</summary>
    internal const int LongestLoop = 7;

    /// <summary>Places that are computed are the low bits of a number.</summary>
    internal const int LastGathered = 255;

    /// <summary>The parameters after the index: input and result of every type, and a number.</summary>
    internal IReadOnlyList<(string Name, Type Type)> Parameters { get; } =
    [
        .. Types.SelectMany(type => new[] { InputOf(type), ResultOf(type) }.Select(name => (name, typeof(ArrayView<>).MakeGenericType(type.Clr)))),
        ("n", typeof(int)),
    ];

    internal static string InputOf(ProgramType type) => $"m_{type.Keyword}";

    internal static string ResultOf(ProgramType type) => $"r_{type.Keyword}";

    public override string ToString() => ProgramText.Of(this);
}
