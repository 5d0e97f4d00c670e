using System.Reflection;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;
using FlowLab.Accelerators.Simd;
using FlowLab.Accelerators.Tests.Compiler;
using FlowLab.Accelerators.Tests.Kernels;
using ILGPU.Algorithms;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>
/// Runs a kernel that knows its group on ILGPU's CPU accelerator, as IR, as the frontend built it and after every pass, and on the SIMD accelerator, and
/// compares bit for bit; with another device, on that one instead of as IR. The buffers hold the result afterwards.
/// </summary>
internal sealed class GroupRuns : IDisposable
{
    private const int DefaultWarpSize = 8;
    private const int ThreadsPerGroup = 64;

    private readonly Context _context = Context.Create(builder => builder.CPU(new CPUDevice(WarpSize, ThreadsPerGroup / WarpSize, 1)).EnableAlgorithms());
    private readonly List<(Func<byte[]> Read, Action Restore)> _buffers = [];
    private readonly CPUAccelerator _emulator;

    internal GroupRuns()
    {
        _emulator = _context.CreateCPUAccelerator(0);
        Accelerator = new SimdDevice(2, WarpSize is 4 or 8 or 16 ? WarpSize * 32 : 0).CreateSimdAccelerator(_context);
    }

    /// <summary>What kernels run on besides the CPU, instead of the interpreter.</summary>
    internal static Accelerator? Device { get; set; }

    internal static int WarpSize => Device?.WarpSize ?? DefaultWarpSize;

    internal SimdAccelerator Accelerator { get; }

    internal ArrayView<T> View<T>(params T[] data)
        where T : unmanaged
    {
        var view = _emulator.AllocateRaw(Math.Max(1, data.Length * Unsafe.SizeOf<T>()), 1).AsRawArrayView(0, data.Length * Unsafe.SizeOf<T>()).Cast<T>();
        _buffers.Add((() => Compiler.Differential.CanonicalBytes(view.GetAsArray()), () => view.CopyFromCPU(data)));
        return view;
    }

    internal ArrayView<T> Empty<T>(int length)
        where T : unmanaged =>
        View(new T[length]);

    /// <summary>Checks a kernel over a grid of groups.</summary>
    internal void Check(Delegate kernel, KernelConfig config, params object[] arguments)
    {
        var dimensions = LaunchDimensions.Of(config);
        Check(
            KernelEntry.OfGroups(kernel.Method),
            dimensions,
            ir => new IRInterpreter(ir, arguments).RunGroups(config.GridDim, config.GroupDim, WarpSize, dimensions.DynamicSharedSize),
            arguments);
    }

    /// <summary>
    /// Checks a kernel over a grid of groups where ILGPU's CPU accelerator differs from devices: its atomics of floats wait for NaN to equal itself,
    /// its shuffles read other lanes where the selector is out of range, and its dynamic shared memory is one for each type.
    /// </summary>
    internal void CheckAgainstIR(Delegate kernel, KernelConfig config, params object[] arguments)
    {
        var dimensions = LaunchDimensions.Of(config);
        Check(
            KernelEntry.OfGroups(kernel.Method),
            dimensions,
            ir => new IRInterpreter(ir, arguments).RunGroups(config.GridDim, config.GroupDim, WarpSize, dimensions.DynamicSharedSize),
            arguments,
            isEmulated: false);
    }

    /// <summary>Checks a kernel over an index space in groups of a size.</summary>
    internal void CheckIndexed(Delegate kernel, Index1D extent, int groupSize, params object[] arguments) => Check(
        KernelEntry.OfIndex(kernel.Method) with { GroupSize = groupSize },
        LaunchDimensions.Of(extent),
        ir => new IRInterpreter(ir, arguments).RunAll(extent, groupSize: groupSize, warpSize: WarpSize),
        arguments);

    /// <inheritdoc cref="CheckIndexed(Delegate, Index1D, int, object[])"/>
    internal void CheckIndexed(Delegate kernel, Index2D extent, int groupSize, params object[] arguments) => Check(
        KernelEntry.OfIndex(kernel.Method) with { GroupSize = groupSize },
        LaunchDimensions.Of(extent),
        ir => new IRInterpreter(ir, arguments).RunAll(extent.X, extent.Y, groupSize: groupSize, warpSize: WarpSize),
        arguments);

    public void Dispose()
    {
        Accelerator.Dispose();
        _emulator.Dispose();
        _context.Dispose();
    }

    private void Check(KernelEntry entry, LaunchDimensions dimensions, Action<IRKernel> interpret, object[] arguments, bool isEmulated = true)
    {
        var launched = Run(() => RunReference(entry, dimensions, isEmulated && entry.IsGrouped && Device is null ? null : interpret, arguments));
        var device = Device ?? Accelerator;
        Assert.That(Run(() => LaunchOnDevice(device, entry, dimensions, arguments)), Is.EqualTo(launched), $"{entry.Method.Name} on {device}");
        if (Device is not null)
            return;
        var ir = KernelFrontend.Build(entry);
        IRVerifier.Verify(ir);
        Compare("as the frontend built it");
        foreach (var pass in KernelOptimizer.Passes)
        {
            pass.Run(ir);
            IRVerifier.Verify(ir);
            Compare($"after {pass.GetType().Name}");
        }

        void Compare(string when) => Assert.That(Run(() => interpret(ir)), Is.EqualTo(launched), $"{entry.Method.Name} {when}:\n{ir}");
    }

    /// <summary>
    /// Where the accelerator chooses which groups an index space is cut into, and for devices whose warps and groups ILGPU's CPU accelerator does not
    /// have, the IR is the reference.
    /// </summary>
    private void RunReference(KernelEntry entry, LaunchDimensions dimensions, Action<IRKernel>? interpret, object[] arguments)
    {
        if (interpret is null)
            DeviceLaunch.Run(_emulator, entry, dimensions, arguments);
        else
            interpret(KernelFrontend.Build(entry));
    }

    private byte[] Run(Action run)
    {
        foreach (var (_, restore) in _buffers)
            restore();
        run();
        return [.. _buffers.SelectMany(buffer => buffer.Read())];
    }

    private static void LaunchOnDevice(Accelerator device, KernelEntry entry, LaunchDimensions dimensions, object[] arguments)
    {
        using var copies = new DeviceArguments(device);
        DeviceLaunch.Run(device, entry, dimensions, copies.Of(arguments));
        copies.CopyBack();
    }
}
