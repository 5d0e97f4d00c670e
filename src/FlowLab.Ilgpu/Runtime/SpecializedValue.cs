namespace ILGPU.Runtime;

/// <summary>Makes arguments that kernels are compiled for.</summary>
public static class SpecializedValue
{
    public static SpecializedValue<T> New<T>(T value)
        where T : unmanaged, IEquatable<T> =>
        new(value);
}
