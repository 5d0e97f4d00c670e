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
    private static readonly ConditionalWeakTable<MethodInfo, SimdKernel<TArguments>> Compiled = [];

    internal static SimdKernel<TArguments> Of(KernelEntry entry) => entry.Values is null
        ? Compiled.GetValue(entry.Method, static method => new(KernelEntry.OfIndex(method), VectorTable.Best))
        : new(entry, VectorTable.Best);
}
