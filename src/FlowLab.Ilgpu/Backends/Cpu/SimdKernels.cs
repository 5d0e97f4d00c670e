using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// The compiled kernels of the process, so that a method that is loaded again is not compiled again. An entry lives as long as its
/// method, and with it the plugin that the method belongs to, but keeps neither alive.
/// </summary>
internal static class SimdKernels
{
    private static readonly ConditionalWeakTable<MethodInfo, ConcurrentDictionary<SimdKernelKey, object>> Compiled = [];

    internal static SimdKernel<TArguments> Of<TArguments>(KernelEntry entry, VectorTable vectors, int groupSize)
        where TArguments : struct
    {
        var known = KernelsOf(entry.Method);
        SimdKernelKey key = new(entry.IsGrouped, entry.Values, vectors, groupSize, typeof(TArguments));
        var kernel = known.TryGetValue(key, out var found) ? found : known.GetOrAdd(key, new SimdKernel<TArguments>(entry, vectors, groupSize));
        return (SimdKernel<TArguments>)kernel;
    }

    private static ConcurrentDictionary<SimdKernelKey, object> KernelsOf(MethodInfo method) => Compiled.GetValue(method, static _ => new());
}

/// <summary>What a compiled kernel depends on besides its method.</summary>
internal sealed record SimdKernelKey(bool IsGrouped, SpecializedArguments? Values, VectorTable Vectors, int GroupSize, Type Arguments);
