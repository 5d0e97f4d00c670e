namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Some rows by four columns, transposed in registers.</summary>
internal unsafe interface ITransposedRows
{
    /// <summary>Rows of a block, which lie side by side in the target.</summary>
    static abstract int Rows { get; }

    /// <summary>Whether the processor has the instructions; without them the block must not be used.</summary>
    static abstract bool IsFast { get; }

    /// <summary><c>target[d * width + p] = source[p * stride + d]</c> for all rows p and d from 0 to 3.</summary>
    static abstract void Transpose(float* source, nint stride, float* target, nint width);
}
