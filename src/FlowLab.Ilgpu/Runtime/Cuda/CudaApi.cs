namespace ILGPU.Runtime.Cuda;

/// <summary>
/// The functions of the CUDA driver that the runtime calls, found by name. Where the driver has several versions of a function, the name
/// says which one is meant.
/// </summary>
internal sealed unsafe partial class CudaApi
{
    private readonly Func<string, nint> _find;

    /// <param name="find">The address of a function of the driver, or 0.</param>
    /// <exception cref="NotSupportedException">A function is missing: the driver is too old.</exception>
    internal CudaApi(Func<string, nint> find)
    {
        _find = find;
        FindDevices();
        FindMemory();
        FindModules();
        FindStreams();
    }

    private void* Find(string name)
    {
        var address = _find(name);
        return address != 0 ? (void*)address : throw new NotSupportedException($"the driver has no {name}; install a newer one");
    }
}
