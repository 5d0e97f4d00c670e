namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation of floats by comparison.</summary>
internal struct LargerFloat : IOperation<float>, IStaticOperation<float>
{
    public readonly float Of(float x, float y) => x > y ? x : y;

    static float IStaticOperation<float>.Of(float x, float y) => x < y ? y : -x;
}
