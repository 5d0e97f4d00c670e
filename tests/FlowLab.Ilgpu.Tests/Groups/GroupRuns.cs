using System.Reflection;
using ILGPU.Backends.Cuda;
using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Tests.Compiler;
using ILGPU.Tests.Cuda;
using ILGPU.Tests.OpenCL;

namespace ILGPU.Tests.Groups;

/// <summary>
/// Runs a kernel that knows its group on the device and as IR, as the frontend built it and after every pass, and as PTX, on the same memory, and
/// compares bit for bit; with another device, on that one instead of as IR. The buffers hold the result afterwards.
/// </summary>
internal sealed class GroupRuns : IDisposable
{
    private const int DefaultWarpSize = 8;
    private const int WarpsPerGroup = 8;

    private readonly Context _context;
    private readonly List<(Func<byte[]> Read, Action Restore)> _buffers = [];

    /// <param name="assertions">Kernels run as the C# methods that they are, with index checks.</param>
    internal GroupRuns(bool assertions = false)
    {
        var builder = Context.Create().CPU(new CPUDevice(WarpSize, WarpsPerGroup, 2));
        _context = (assertions ? builder.Assertions() : builder).ToContext();
        Accelerator = _context.CreateCPUAccelerator(0);
    }

    /// <summary>What kernels run on besides the CPU, instead of the interpreter.</summary>
    internal static Accelerator? Device { get; set; }

    internal static int WarpSize => Device?.WarpSize ?? DefaultWarpSize;

    internal CPUAccelerator Accelerator { get; }

    internal ArrayView<T> View<T>(params T[] data)
        where T : unmanaged
    {
        var view = Accelerator.Allocate1D(data).View.BaseView;
        _buffers.Add((() => Compiler.Differential.CanonicalBytes(view.GetAsArray()), () => view.CopyFromCPU(data)));
        return view;
    }

    internal ArrayView<T> Empty<T>(int length)
        where T : unmanaged =>
        View(new T[length]);

    /// <summary>Checks a kernel over a grid of groups.</summary>
    internal void Check(Delegate kernel, KernelConfig config, params object[] arguments)
    {
        var entry = KernelEntry.OfGroups(kernel.Method);
        var sharedSize = config.SharedMemoryConfig.ArraySize;
        Check(
            entry,
            LaunchDimensions.Of(config),
            (ir, warpSize) => new IRInterpreter(ir, arguments).RunGroups(config.GridDim, config.GroupDim, warpSize, sharedSize),
            ptx => ptx.RunGroups(config.GridDim, config.GroupDim, sharedSize),
            arguments);
    }

    /// <summary>Checks a kernel over an index space in groups of a size.</summary>
    internal void CheckIndexed(Delegate kernel, Index1D extent, int groupSize, params object[] arguments)
    {
        var entry = KernelEntry.OfIndex(kernel.Method) with { GroupSize = groupSize };
        Check(
            entry,
            LaunchDimensions.Of(extent),
            (ir, warpSize) => new IRInterpreter(ir, arguments).RunAll(extent, groupSize: groupSize, warpSize: warpSize),
            ptx => ptx.Run(LaunchDimensions.Of(extent), groupSize),
            arguments);
    }

    /// <inheritdoc cref="CheckIndexed(Delegate, Index1D, int, object[])"/>
    internal void CheckIndexed(Delegate kernel, Index2D extent, int groupSize, params object[] arguments)
    {
        var entry = KernelEntry.OfIndex(kernel.Method) with { GroupSize = groupSize };
        Check(
            entry,
            LaunchDimensions.Of(extent),
            (ir, warpSize) => new IRInterpreter(ir, arguments).RunAll(extent.X, extent.Y, groupSize: groupSize, warpSize: warpSize),
            ptx => ptx.Run(LaunchDimensions.Of(extent), groupSize),
            arguments);
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }

    private void Check(
        KernelEntry entry, LaunchDimensions dimensions, Action<IRKernel, int> interpret, Action<PtxRunner> runPtx, object[] arguments)
    {
        var launched = Run(() => Launch(entry, dimensions, arguments));
        if (Device is not null)
        {
            Assert.That(Run(() => LaunchOnDevice(Device, entry, dimensions, arguments)), Is.EqualTo(launched), $"{entry.Method.Name} on {Device}");
            return;
        }

        CheckPtx(entry, interpret, runPtx, arguments);
        var ir = KernelFrontend.Build(entry);
        IRVerifier.Verify(ir);
        Compare("as the frontend built it");
        foreach (var pass in KernelCompiler.Passes)
        {
            pass.Run(ir);
            IRVerifier.Verify(ir);
            Compare($"after {pass.GetType().Name}");
        }

        void Compare(string when) => Assert.That(Run(() => interpret(ir, WarpSize)), Is.EqualTo(launched), $"{entry.Method.Name} {when}:\n{ir}");
    }

    /// <summary>CUDA devices have larger warps than the CPU device of these tests.</summary>
    private void CheckPtx(KernelEntry entry, Action<IRKernel, int> interpret, Action<PtxRunner> runPtx, object[] arguments)
    {
        var expected = Run(() => interpret(KernelCompiler.Compile(entry), PtxEmitter.WarpSize));
        var ptx = new PtxRunner(entry, arguments);
        Assert.That(Run(() => runPtx(ptx)), Is.EqualTo(expected), $"{entry.Method.Name} as PTX:\n{ptx.Source.Text}");
    }

    private byte[] Run(Action run)
    {
        foreach (var (_, restore) in _buffers)
            restore();
        run();
        return [.. _buffers.SelectMany(buffer => buffer.Read())];
    }

    private void Launch(KernelEntry entry, LaunchDimensions dimensions, object[] arguments)
    {
        Type[] types = [.. entry.Method.GetParameters().Skip(entry.FirstArgument).Select(parameter => parameter.ParameterType)];
        var tuple = Type.GetType($"System.ValueTuple`{types.Length}")!.MakeGenericType(types);
        var launch = typeof(GroupRuns).GetMethod(nameof(LaunchTyped), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(tuple);
        launch.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Accelerator, entry, dimensions, Activator.CreateInstance(tuple, arguments)!], null);
    }

    private static void LaunchOnDevice(Accelerator device, KernelEntry entry, LaunchDimensions dimensions, object[] arguments)
    {
        using var copies = new DeviceArguments(device);
        DeviceLaunch.Run(device, entry, dimensions, copies.Of(arguments));
        copies.CopyBack();
    }

    private static void LaunchTyped<TArguments>(Accelerator accelerator, KernelEntry entry, LaunchDimensions dimensions, TArguments arguments)
        where TArguments : struct =>
        accelerator.Load<TArguments>(entry).Launch(in dimensions, in arguments);
}
