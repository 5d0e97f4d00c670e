namespace ILGPU;

/// <summary>Makes the algorithms library known to a context.</summary>
public static class AlgorithmContext
{
    /// <summary>Call it before kernels use XMath: other implementations of this interface need it, here it is always on.</summary>
    public static Context.Builder EnableAlgorithms(this Context.Builder builder) => builder;
}
