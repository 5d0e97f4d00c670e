using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>The checked accesses of all compiled kernels by number, for the message of one that fails. They are kept alive by their kernel alone.</summary>
internal static class CheckSites
{
    private static readonly Lock Access = new();
    private static readonly List<(WeakReference<IRKernel> Kernel, WeakReference<IRValue> Check)> Sites = [];

    /// <summary>The number of a new one.</summary>
    internal static int Add(IRKernel kernel, IRValue check)
    {
        lock (Access)
        {
            Sites.Add((new(kernel), new(check)));
            return Sites.Count - 1;
        }
    }

    /// <exception cref="IndexOutOfRangeException">FLK208.</exception>
    [DoesNotReturn]
    internal static void Refuse(int site, long start, long count, long length)
    {
        (WeakReference<IRKernel> kernel, WeakReference<IRValue> check) found;
        lock (Access)
            found = Sites[site];
        var name = found.kernel.TryGetTarget(out var kernel) ? kernel.Name : "the kernel";
        var view = found.check.TryGetTarget(out var check) ? check.ViewName : "";
        throw new IndexOutOfRangeException(string.Create(
            CultureInfo.InvariantCulture,
            $"FLK208: the kernel {name} {Reach(start, count)} of the view {view}, which has {length}{PlaceOf(check?.Location)}. Every index must be from 0 to the length less 1."));
    }

    private static string Reach(long start, long count) => count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"reaches for element {start}")
        : string.Create(CultureInfo.InvariantCulture, $"takes the {count} elements from {start} on");

    /// <summary>", in Method (File.cs:12)", of the innermost code that is neither ILGPU's nor ours.</summary>
    private static string PlaceOf(IRLocation? location)
    {
        while (location?.Caller is { } caller && Compilation.IsTrusted(location.Method.Module))
            location = caller;
        return location is null ? "" : $", in {NameOf(location.Method)}{SourceLine.Of(location)}{ChainOf(location.Caller)}";
    }

    private static string ChainOf(IRLocation? caller)
    {
        var text = "";
        for (; caller is not null; caller = caller.Caller)
            text += $", called from {NameOf(caller.Method)}{SourceLine.Of(caller)}";
        return text;
    }

    private static string NameOf(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
