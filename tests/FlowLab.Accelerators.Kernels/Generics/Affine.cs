namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation with fields, which kernels get as an argument.</summary>
internal struct Affine : IOperation<float>
{
    public float X;
    public float Y;

    public readonly float Of(float x, float y) => (X * x) + (Y * y);
}
