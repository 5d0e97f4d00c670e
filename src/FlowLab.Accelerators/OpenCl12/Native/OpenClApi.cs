using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The functions of OpenCL 1.2 that the runtime calls, in the library that <see cref="OpenClLoader"/> found.</summary>
internal static unsafe partial class OpenClApi
{
    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetPlatformIDs")]
    internal static partial OpenClStatus GetPlatformIds(uint count, nint* platforms, uint* found);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetPlatformInfo")]
    internal static partial OpenClStatus GetPlatformInfo(nint platform, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetDeviceIDs")]
    internal static partial OpenClStatus GetDeviceIds(nint platform, ulong type, uint count, nint* devices, uint* found);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetDeviceInfo")]
    internal static partial OpenClStatus GetDeviceInfo(nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clCreateContext")]
    internal static partial nint CreateContext(nint* properties, uint deviceCount, nint* devices, void* notify, void* data, OpenClStatus* status);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clReleaseContext")]
    internal static partial OpenClStatus ReleaseContext(nint context);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clCreateCommandQueue")]
    internal static partial nint CreateCommandQueue(nint context, nint device, ulong properties, OpenClStatus* status);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clRetainCommandQueue")]
    internal static partial OpenClStatus RetainCommandQueue(nint queue);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clReleaseCommandQueue")]
    internal static partial OpenClStatus ReleaseCommandQueue(nint queue);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clFinish")]
    internal static partial OpenClStatus Finish(nint queue);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clEnqueueMarkerWithWaitList")]
    internal static partial OpenClStatus EnqueueMarker(nint queue, uint waitCount, nint* waitList, nint* marker);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clWaitForEvents")]
    internal static partial OpenClStatus WaitForEvents(uint count, nint* events);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetEventProfilingInfo")]
    internal static partial OpenClStatus GetEventProfilingInfo(nint @event, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clReleaseEvent")]
    internal static partial OpenClStatus ReleaseEvent(nint @event);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clCreateBuffer")]
    internal static partial nint CreateBuffer(nint context, ulong flags, nuint size, void* host, OpenClStatus* status);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clReleaseMemObject")]
    internal static partial OpenClStatus ReleaseMemObject(nint memory);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clEnqueueReadBuffer")]
    internal static partial OpenClStatus EnqueueReadBuffer(
        nint queue, nint memory, uint isBlocking, nuint offset, nuint size, void* target, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clEnqueueWriteBuffer")]
    internal static partial OpenClStatus EnqueueWriteBuffer(
        nint queue, nint memory, uint isBlocking, nuint offset, nuint size, void* source, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clEnqueueCopyBuffer")]
    internal static partial OpenClStatus EnqueueCopyBuffer(
        nint queue, nint source, nint target, nuint sourceOffset, nuint targetOffset, nuint size, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clEnqueueFillBuffer")]
    internal static partial OpenClStatus EnqueueFillBuffer(
        nint queue, nint memory, void* pattern, nuint patternSize, nuint offset, nuint size, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clCreateProgramWithSource")]
    internal static partial nint CreateProgramWithSource(nint context, uint count, byte** texts, nuint* lengths, OpenClStatus* status);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clCreateProgramWithBinary")]
    internal static partial nint CreateProgramWithBinary(
        nint context, uint deviceCount, nint* devices, nuint* lengths, byte** binaries, OpenClStatus* binaryStatus, OpenClStatus* status);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clBuildProgram")]
    internal static partial OpenClStatus BuildProgram(nint program, uint deviceCount, nint* devices, byte* options, void* notify, void* data);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetProgramInfo")]
    internal static partial OpenClStatus GetProgramInfo(nint program, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetProgramBuildInfo")]
    internal static partial OpenClStatus GetProgramBuildInfo(nint program, nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clReleaseProgram")]
    internal static partial OpenClStatus ReleaseProgram(nint program);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clCreateKernel", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint CreateKernel(nint program, string name, OpenClStatus* status);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clGetKernelWorkGroupInfo")]
    internal static partial OpenClStatus GetKernelWorkGroupInfo(nint kernel, nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clReleaseKernel")]
    internal static partial OpenClStatus ReleaseKernel(nint kernel);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clSetKernelArg")]
    internal static partial OpenClStatus SetKernelArg(nint kernel, uint index, nuint size, void* value);

    [LibraryImport(OpenClLoader.ImportName, EntryPoint = "clEnqueueNDRangeKernel")]
    internal static partial OpenClStatus EnqueueNdRangeKernel(
        nint queue, nint kernel, uint dimensions, nuint* offset, nuint* global, nuint* local, uint waitCount, nint* waitList, nint* @event);
}
