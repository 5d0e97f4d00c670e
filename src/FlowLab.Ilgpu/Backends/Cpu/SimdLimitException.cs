namespace ILGPU.Backends.Cpu;

/// <summary>The kernel is fine, but needs something that this backend does not do; it runs in the native loop instead.</summary>
internal sealed class SimdLimitException(string what) : Exception($"The SIMD backend does not do {what}.");
