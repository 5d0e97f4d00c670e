namespace FlowLab.Engine.Training;

/// <summary>The numbers of an array.</summary>
internal sealed class ArrayNumbers(float[] values) : INumberSource
{
    public int Length => values.Length;

    public void CopyTo(int first, Span<float> piece) => values.AsSpan(first, piece.Length).CopyTo(piece);
}
