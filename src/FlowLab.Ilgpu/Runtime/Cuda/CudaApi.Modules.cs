namespace ILGPU.Runtime.Cuda;

/// <summary>Compilation, modules and launches.</summary>
internal sealed unsafe partial class CudaApi
{
    private delegate* unmanaged<uint, CudaJitOption*, nint*, nint*, CudaStatus> _linkCreate;
    private delegate* unmanaged<nint, int, void*, nuint, byte*, uint, CudaJitOption*, nint*, CudaStatus> _linkAddData;
    private delegate* unmanaged<nint, void**, nuint*, CudaStatus> _linkComplete;
    private delegate* unmanaged<nint, CudaStatus> _linkDestroy;
    private delegate* unmanaged<nint*, void*, uint, CudaJitOption*, nint*, CudaStatus> _moduleLoad;
    private delegate* unmanaged<nint, CudaStatus> _moduleUnload;
    private delegate* unmanaged<nint*, nint, byte*, CudaStatus> _moduleGetFunction;
    private delegate* unmanaged<int*, CudaFunctionAttribute, nint, CudaStatus> _functionGetAttribute;
    private delegate* unmanaged<int*, int*, nint, void*, nuint, int, CudaStatus> _potentialBlockSize;
    private delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, CudaStatus> _launchKernel;

    internal CudaStatus LinkCreate(uint count, CudaJitOption* options, nint* values, nint* state) =>
        _linkCreate(count, options, values, state);

    internal CudaStatus LinkAddData(
        nint state, int kind, void* data, nuint bytes, byte* name, uint count, CudaJitOption* options, nint* values) =>
        _linkAddData(state, kind, data, bytes, name, count, options, values);

    internal CudaStatus LinkComplete(nint state, void** image, nuint* bytes) => _linkComplete(state, image, bytes);

    internal CudaStatus LinkDestroy(nint state) => _linkDestroy(state);

    internal CudaStatus ModuleLoad(nint* module, void* image, uint count, CudaJitOption* options, nint* values) =>
        _moduleLoad(module, image, count, options, values);

    internal CudaStatus ModuleUnload(nint module) => _moduleUnload(module);

    internal CudaStatus ModuleGetFunction(nint* function, nint module, byte* name) => _moduleGetFunction(function, module, name);

    internal CudaStatus FunctionGetAttribute(int* value, CudaFunctionAttribute attribute, nint function) =>
        _functionGetAttribute(value, attribute, function);

    internal CudaStatus PotentialBlockSize(int* gridSize, int* blockSize, nint function, void* sharedSizeOf, nuint sharedSize, int limit) =>
        _potentialBlockSize(gridSize, blockSize, function, sharedSizeOf, sharedSize, limit);

    internal CudaStatus LaunchKernel(
        nint function, uint gridX, uint gridY, uint gridZ, uint groupX, uint groupY, uint groupZ, uint sharedSize, nint stream, void** parameters, void** extra) =>
        _launchKernel(function, gridX, gridY, gridZ, groupX, groupY, groupZ, sharedSize, stream, parameters, extra);

    private void FindModules()
    {
        _linkCreate = (delegate* unmanaged<uint, CudaJitOption*, nint*, nint*, CudaStatus>)Find("cuLinkCreate_v2");
        _linkAddData = (delegate* unmanaged<nint, int, void*, nuint, byte*, uint, CudaJitOption*, nint*, CudaStatus>)Find("cuLinkAddData_v2");
        _linkComplete = (delegate* unmanaged<nint, void**, nuint*, CudaStatus>)Find("cuLinkComplete");
        _linkDestroy = (delegate* unmanaged<nint, CudaStatus>)Find("cuLinkDestroy");
        _moduleLoad = (delegate* unmanaged<nint*, void*, uint, CudaJitOption*, nint*, CudaStatus>)Find("cuModuleLoadDataEx");
        _moduleUnload = (delegate* unmanaged<nint, CudaStatus>)Find("cuModuleUnload");
        _moduleGetFunction = (delegate* unmanaged<nint*, nint, byte*, CudaStatus>)Find("cuModuleGetFunction");
        _functionGetAttribute = (delegate* unmanaged<int*, CudaFunctionAttribute, nint, CudaStatus>)Find("cuFuncGetAttribute");
        _potentialBlockSize = (delegate* unmanaged<int*, int*, nint, void*, nuint, int, CudaStatus>)Find("cuOccupancyMaxPotentialBlockSize");
        _launchKernel = (delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, CudaStatus>)Find("cuLaunchKernel");
    }
}
