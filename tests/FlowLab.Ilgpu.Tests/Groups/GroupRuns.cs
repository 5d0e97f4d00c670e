using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Groups;

/// <summary>
/// Runs a kernel that knows its group on the device and as IR, as the frontend built it and after every pass, on the same memory, and
/// compares bit for bit. The buffers hold the result afterwards.
/// </summary>
internal sealed class GroupRuns : IDisposable
{
    internal const int WarpSize = 8;

    private readonly Context _context;
    private readonly List<(Func<byte[]> Read, Action Restore)> _buffers = [];

    /// <param name="assertions">Kernels run as the C# methods that they are, with index checks.</param>
    internal GroupRuns(bool assertions = false)
    {
        var builder = Context.Create().CPU(new CPUDevice(WarpSize, 8, 2));
        _context = (assertions ? builder.Assertions() : builder).ToContext();
        Accelerator = _context.CreateCPUAccelerator(0);
    }

    internal CPUAccelerator Accelerator { get; }

    internal ArrayView<T> View<T>(params T[] data)
        where T : unmanaged
    {
        var view = Accelerator.Allocate1D(data).View.BaseView;
        _buffers.Add((() => MemoryMarshal.AsBytes<T>(view.GetAsArray()).ToArray(), () => view.CopyFromCPU(data)));
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
            ir => new IRInterpreter(ir, arguments).RunGroups(config.GridDim, config.GroupDim, WarpSize, sharedSize),
            arguments);
    }

    /// <summary>Checks a kernel over an index space in groups of a size.</summary>
    internal void CheckIndexed(Delegate kernel, Index1D extent, int groupSize, params object[] arguments)
    {
        var entry = KernelEntry.OfIndex(kernel.Method) with { GroupSize = groupSize };
        Check(entry, LaunchDimensions.Of(extent), ir => new IRInterpreter(ir, arguments).RunAll(extent, groupSize: groupSize, warpSize: WarpSize), arguments);
    }

    /// <inheritdoc cref="CheckIndexed(Delegate, Index1D, int, object[])"/>
    internal void CheckIndexed(Delegate kernel, Index2D extent, int groupSize, params object[] arguments)
    {
        var entry = KernelEntry.OfIndex(kernel.Method) with { GroupSize = groupSize };
        Check(
            entry,
            LaunchDimensions.Of(extent),
            ir => new IRInterpreter(ir, arguments).RunAll(extent.X, extent.Y, groupSize: groupSize, warpSize: WarpSize),
            arguments);
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }

    private void Check(KernelEntry entry, LaunchDimensions dimensions, Action<IRKernel> interpret, object[] arguments)
    {
        var launched = Run(() => Launch(entry, dimensions, arguments));
        var ir = KernelFrontend.Build(entry);
        IRVerifier.Verify(ir);
        Compare("as the frontend built it");
        foreach (var pass in KernelCompiler.Passes)
        {
            pass.Run(ir);
            IRVerifier.Verify(ir);
            Compare($"after {pass.GetType().Name}");
        }

        void Compare(string when) => Assert.That(Run(() => interpret(ir)), Is.EqualTo(launched), $"{entry.Method.Name} {when}:\n{ir}");
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

    private static void LaunchTyped<TArguments>(Accelerator accelerator, KernelEntry entry, LaunchDimensions dimensions, TArguments arguments)
        where TArguments : struct =>
        accelerator.Load<TArguments>(entry).Launch(in dimensions, in arguments);
}
