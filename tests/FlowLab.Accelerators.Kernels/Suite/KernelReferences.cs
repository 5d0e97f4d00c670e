using ILGPU.Algorithms;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>ILGPU's CPU accelerators with warps of every size, to compare accelerators of that warp size with.</summary>
internal sealed class KernelReferences : IDisposable
{
    private const int SmallestWarp = 4;
    private const int LargestGroup = 128;

    private readonly Dictionary<int, CPUAccelerator> _accelerators = [];
    private readonly List<Context> _contexts = [];
    private (KernelCase? Kernel, int WarpSize, KernelRun Run) _latest = (null, 0, new([], null));

    /// <summary>The CPU accelerator with warps of a size.</summary>
    internal CPUAccelerator OfWarps(int warpSize)
    {
        if (_accelerators.TryGetValue(warpSize, out var accelerator))
            return accelerator;
        var context = Context.Create(builder => builder.CPU(new CPUDevice(warpSize, LargestGroup / warpSize, 1)).EnableAlgorithms());
        _contexts.Add(context);
        return _accelerators[warpSize] = context.CreateCPUAccelerator(0);
    }

    /// <summary>Says what is wrong with a kernel on a target; null where it gives what the C# method gives, or where the target may refuse it.</summary>
    internal string? Check(KernelCase kernel, KernelTarget target)
    {
        var actual = target.Run(kernel);
        if (actual.Refusal is { } refusal)
            return target.MayRefuse(refusal) ? null : $"{target} does not run {kernel}: {refusal}";
        return Expected(kernel, target.Accelerator.WarpSize).Difference(actual, kernel) is { } difference ? $"{kernel} on {target}, {difference}" : null;
    }

    public void Dispose()
    {
        foreach (var accelerator in _accelerators.Values)
            accelerator.Dispose();
        foreach (var context in _contexts)
            context.Dispose();
    }

    private KernelRun Expected(KernelCase kernel, int warpSize)
    {
        if (_latest.Kernel != kernel || (kernel.UsesWarps && _latest.WarpSize != warpSize))
            _latest = (kernel, warpSize, new ReferenceTarget(OfWarps(kernel.UsesWarps ? warpSize : SmallestWarp)).Run(kernel));
        return _latest.Run;
    }
}
