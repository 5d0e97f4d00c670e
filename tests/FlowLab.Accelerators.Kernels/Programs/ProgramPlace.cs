namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>An element of a view at index * scale + offset.</summary>
internal sealed record ProgramPlace(string View, int Scale, int Offset)
{
    public override string ToString() => $"{View}[{(Scale == 0 ? "" : Scale == 1 ? "i + " : $"(i * {Scale}) + ")}{Offset}]";
}
