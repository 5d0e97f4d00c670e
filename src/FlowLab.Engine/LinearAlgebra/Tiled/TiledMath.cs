namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>What the kernels of this room compute with.</summary>
internal static class TiledMath
{
    /// <summary>a b + c, rounded once where kernels have such an operation.</summary>
    internal static float MultiplyAdd(float a, float b, float c) =>
#if FLOWLAB_ILGPU
        MathF.FusedMultiplyAdd(a, b, c);
#else
        (a * b) + c;
#endif
}
