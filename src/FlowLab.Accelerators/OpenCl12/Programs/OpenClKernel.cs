using System.Globalization;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>A kernel of a program. Its arguments are set and queued under a lock, because a kernel has one set of them.</summary>
internal sealed unsafe class OpenClKernel
{
    private readonly OpenCl12Accelerator _accelerator;
    private readonly OpenClProgram _program;
    private readonly Lock _lock = new();
    private readonly nint _handle;

    internal OpenClKernel(OpenCl12Accelerator accelerator, OpenClProgram program, OpenClSource source)
    {
        (_accelerator, _program, Source) = (accelerator, program, source);
        CheckArguments();
        OpenClStatus status;
        _handle = OpenClApi.CreateKernel(program.Handle, source.EntryPoint, &status);
        OpenCl12Exception.ThrowIfFailed(status, $"loading {source.EntryPoint} on {accelerator}");
        LargestGroup = (int)Math.Min(WorkGroupInfo(OpenClInfo.KernelWorkGroupSize), int.MaxValue);
        PreferredMultiple = (int)Math.Min(WorkGroupInfo(OpenClInfo.KernelPreferredWorkGroupSizeMultiple), int.MaxValue);
    }

    ~OpenClKernel()
    {
        if (_handle != 0)
            OpenClApi.ReleaseKernel(_handle);
    }

    internal OpenClSource Source { get; }

    /// <summary>The most threads that a group of this kernel may have.</summary>
    internal int LargestGroup { get; }

    /// <summary>Groups are multiples of it, for speed.</summary>
    internal int PreferredMultiple { get; }

    /// <summary>Queues the kernel.</summary>
    /// <param name="stream">A stream of the accelerator.</param>
    /// <param name="shape">Its groups.</param>
    /// <param name="values">8 bytes per argument: the value, or of local memory the size.</param>
    internal void Launch(OpenCl12Stream stream, in OpenClLaunchShape shape, long* values)
    {
        lock (_lock)
        {
            for (var i = 0; i < Source.Arguments.Count; i++)
                SetArgument(i, values + i);
            Enqueue(stream, in shape);
        }

        GC.KeepAlive(this);
        GC.KeepAlive(stream);
    }

    private string Attempt(string what) => $"{what} {Source.EntryPoint} on {_accelerator}";

    private nuint WorkGroupInfo(uint property) => OpenClInfo.ValueOf<nuint>(
        (size, value, needed) => OpenClApi.GetKernelWorkGroupInfo(_handle, _accelerator.Device.DeviceId, property, size, value, needed), Attempt("loading"));

    private void CheckArguments()
    {
        var size = Source.Arguments.Sum(argument => argument.SizeInBytes);
        if (size <= _accelerator.Device.LargestParameters)
            return;
        throw new NotSupportedException(string.Create(
            CultureInfo.InvariantCulture,
            $"FLK315: the arguments of {Source.EntryPoint} take {size} bytes, but {_accelerator} has room for {_accelerator.Device.LargestParameters}. Pass fewer views and numbers, or put the numbers into a buffer."));
    }

    private void SetArgument(int index, long* value)
    {
        var argument = Source.Arguments[index];
        var isLocal = argument.Kind is OpenClArgumentKind.DynamicShared or OpenClArgumentKind.Exchange;
        var status = isLocal
            ? OpenClApi.SetKernelArg(_handle, (uint)index, (nuint)Math.Max(*value, 1), null)
            : OpenClApi.SetKernelArg(_handle, (uint)index, (nuint)argument.SizeInBytes, value);
        if (status != OpenClStatus.CL_SUCCESS)
            throw OpenCl12Exception.Of(status, Attempt($"setting argument {argument.Name} of"));
    }

    /// <summary>One launch; more only where there are more groups along an axis than drivers take at once.</summary>
    private void Enqueue(OpenCl12Stream stream, in OpenClLaunchShape shape)
    {
        var limit = OpenClLaunchShape.LargestGrid;
        for (long z = 0; z < shape.GroupsZ; z += limit.Z)
        {
            for (long y = 0; y < shape.GroupsY; y += limit.Y)
            {
                for (long x = 0; x < shape.GroupsX; x += limit.X)
                    Enqueue(stream, shape, x, y, z);
            }
        }
    }

    private void Enqueue(OpenCl12Stream stream, in OpenClLaunchShape shape, long x, long y, long z)
    {
        var (group, limit) = (shape.Group, OpenClLaunchShape.LargestGrid);
        var offset = stackalloc nuint[] { (nuint)(x * group.X), (nuint)(y * group.Y), (nuint)(z * group.Z) };
        var local = stackalloc nuint[] { (nuint)group.X, (nuint)group.Y, (nuint)group.Z };
        var global = stackalloc nuint[]
        {
            (nuint)(Math.Min(shape.GroupsX - x, limit.X) * group.X),
            (nuint)(Math.Min(shape.GroupsY - y, limit.Y) * group.Y),
            (nuint)(Math.Min(shape.GroupsZ - z, limit.Z) * group.Z),
        };
        var status = OpenClApi.EnqueueNdRangeKernel(stream.Queue, _handle, shape.Dimensions, offset, global, local, 0, null, null);
        if (status != OpenClStatus.CL_SUCCESS)
            throw OpenCl12Exception.Of(status, Attempt("launching"));
    }
}
