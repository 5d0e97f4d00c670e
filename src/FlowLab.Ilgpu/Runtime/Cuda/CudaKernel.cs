using System.Globalization;
using System.Text;
using ILGPU.Backends.Cuda;

namespace ILGPU.Runtime.Cuda;

/// <summary>A kernel of a module.</summary>
internal sealed unsafe class CudaKernel
{
    private const nint BufferPointer = 1;
    private const nint BufferSize = 2;

    private readonly CudaAccelerator _accelerator;
    private readonly nint _function;

    internal CudaKernel(CudaAccelerator accelerator, CudaModule module, PtxSource source)
    {
        (_accelerator, Source) = (accelerator, source);
        accelerator.MakeCurrent();
        nint function;
        fixed (byte* name = Encoding.UTF8.GetBytes(source.EntryPoint + '\0'))
            Check(accelerator.Api.ModuleGetFunction(&function, module.Handle, name), "loading");
        _function = function;
        LargestGroup = Attribute(CudaFunctionAttribute.MaxThreadsPerBlock);
    }

    internal PtxSource Source { get; }

    /// <summary>The most threads that a group of this kernel may have: its registers count too.</summary>
    internal int LargestGroup { get; }

    /// <summary>The group size with which most threads run at once.</summary>
    /// <param name="limit">The largest size, or 0.</param>
    internal int PreferredGroup(int limit)
    {
        _accelerator.MakeCurrent();
        int gridSize, groupSize;
        Check(_accelerator.Api.PotentialBlockSize(&gridSize, &groupSize, _function, null, 0, limit), "asking for the group size of");
        return groupSize;
    }

    /// <summary>Queues the kernel.</summary>
    /// <param name="stream">A stream of the accelerator.</param>
    /// <param name="shape">Its groups.</param>
    /// <param name="dynamicSharedSize">Bytes of dynamic shared memory.</param>
    /// <param name="arguments">The buffer of all arguments, which the driver copies.</param>
    internal void Launch(CudaStream stream, in CudaLaunchShape shape, int dynamicSharedSize, byte* arguments)
    {
        CheckGroup(shape);
        _accelerator.MakeCurrent();
        var size = (nuint)Source.ArgumentsSizeInBytes;
        var extra = stackalloc nint[] { BufferPointer, (nint)arguments, BufferSize, (nint)(&size), 0 };
        var status = _accelerator.Api.LaunchKernel(
            _function, (uint)shape.Grid.X, (uint)shape.Grid.Y, (uint)shape.Grid.Z, (uint)shape.Group.X, (uint)shape.Group.Y, (uint)shape.Group.Z,
            (uint)dynamicSharedSize, stream.Handle, null, (void**)extra);
        if (status != CudaStatus.CUDA_SUCCESS)
            Check(status, "launching");
        GC.KeepAlive(stream);
    }

    private void Check(CudaStatus status, string attempt)
    {
        if (status != CudaStatus.CUDA_SUCCESS)
            throw CudaException.Of(_accelerator.Api, status, $"{attempt} {Source.EntryPoint} on {_accelerator}");
    }

    private int Attribute(CudaFunctionAttribute attribute)
    {
        int value;
        Check(_accelerator.Api.FunctionGetAttribute(&value, attribute, _function), "loading");
        return value;
    }

    /// <summary>The device's own limits were checked before; those of the kernel are what its registers leave.</summary>
    private void CheckGroup(in CudaLaunchShape shape)
    {
        if (shape.Group.LongSize <= LargestGroup)
            return;
        throw new NotSupportedException(string.Create(
            CultureInfo.InvariantCulture,
            $"FLK413: {Source.EntryPoint} was launched with groups of {shape.Group.LongSize} threads, but on {_accelerator} its registers leave room for {LargestGroup}. Launch smaller groups, or load it with a KernelSpecialization that says how large its groups are."));
    }
}
