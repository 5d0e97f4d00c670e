using FlowLab.Accelerators.Frontend;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// The compiled kernels of the process, so that a method that is loaded again is not compiled again. An entry lives as long as its
/// method, and with it the plugin that the method belongs to, but keeps neither alive.
/// </summary>
internal static class SimdPrograms
{
    private static readonly ConditionalWeakTable<MethodInfo, ConcurrentDictionary<SimdProgramKey, SimdProgram>> Compiled = [];

    internal static SimdProgram Of(KernelEntry entry, VectorTable vectors)
    {
        var known = KernelsOf(entry.Method);
        SimdProgramKey key = new(entry.IsGrouped, entry.IsChecked, entry.Values, vectors, entry.GroupSize);
        return known.TryGetValue(key, out var found) ? found : known.GetOrAdd(key, new SimdProgram(entry, vectors));
    }

    private static ConcurrentDictionary<SimdProgramKey, SimdProgram> KernelsOf(MethodInfo method) => Compiled.GetValue(method, static _ => new());
}

/// <summary>What a compiled kernel depends on besides its method.</summary>
internal sealed record SimdProgramKey(bool IsGrouped, bool IsChecked, SpecializedArguments? Values, VectorTable Vectors, int GroupSize);
