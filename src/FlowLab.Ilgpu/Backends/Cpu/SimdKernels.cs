using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// The compiled kernels of the process, so that a method that is loaded again is not compiled again. An entry lives as long as its
/// method, and with it the plugin that the method belongs to, but keeps neither alive.
/// </summary>
internal static class SimdKernels<TArguments>
    where TArguments : struct
{
    private static readonly ConditionalWeakTable<MethodInfo, ConcurrentDictionary<SimdKernelKey, SimdKernel<TArguments>>> Compiled = [];

    internal static SimdKernel<TArguments> Of(KernelEntry entry, VectorTable vectors, int groupSize) => Compiled
        .GetValue(entry.Method, static _ => new())
        .GetOrAdd(new(entry.IsGrouped, entry.Values, vectors, groupSize), static (key, entry) => new(entry, key.Vectors, key.GroupSize), entry);
}

/// <summary>What a compiled kernel depends on besides its method.</summary>
internal sealed record SimdKernelKey(bool IsGrouped, SpecializedArguments? Values, VectorTable Vectors, int GroupSize);
