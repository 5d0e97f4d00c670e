using System.Runtime.InteropServices;

namespace ILGPU.Runtime.OpenCL;

/// <summary>The functions of OpenCL 1.2 that the runtime calls, in the library that <see cref="CLLoader"/> found.</summary>
internal static unsafe partial class CLNative
{
    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetPlatformIDs")]
    internal static partial CLStatus GetPlatformIds(uint count, nint* platforms, uint* found);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetPlatformInfo")]
    internal static partial CLStatus GetPlatformInfo(nint platform, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetDeviceIDs")]
    internal static partial CLStatus GetDeviceIds(nint platform, ulong type, uint count, nint* devices, uint* found);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetDeviceInfo")]
    internal static partial CLStatus GetDeviceInfo(nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clCreateContext")]
    internal static partial nint CreateContext(nint* properties, uint deviceCount, nint* devices, void* notify, void* data, CLStatus* status);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clReleaseContext")]
    internal static partial CLStatus ReleaseContext(nint context);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clCreateCommandQueue")]
    internal static partial nint CreateCommandQueue(nint context, nint device, ulong properties, CLStatus* status);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clReleaseCommandQueue")]
    internal static partial CLStatus ReleaseCommandQueue(nint queue);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clFinish")]
    internal static partial CLStatus Finish(nint queue);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clEnqueueMarkerWithWaitList")]
    internal static partial CLStatus EnqueueMarker(nint queue, uint waitCount, nint* waitList, nint* marker);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clWaitForEvents")]
    internal static partial CLStatus WaitForEvents(uint count, nint* events);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetEventProfilingInfo")]
    internal static partial CLStatus GetEventProfilingInfo(nint @event, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clReleaseEvent")]
    internal static partial CLStatus ReleaseEvent(nint @event);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clCreateBuffer")]
    internal static partial nint CreateBuffer(nint context, ulong flags, nuint size, void* host, CLStatus* status);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clReleaseMemObject")]
    internal static partial CLStatus ReleaseMemObject(nint memory);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clEnqueueReadBuffer")]
    internal static partial CLStatus EnqueueReadBuffer(
        nint queue, nint memory, uint isBlocking, nuint offset, nuint size, void* target, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clEnqueueWriteBuffer")]
    internal static partial CLStatus EnqueueWriteBuffer(
        nint queue, nint memory, uint isBlocking, nuint offset, nuint size, void* source, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clEnqueueCopyBuffer")]
    internal static partial CLStatus EnqueueCopyBuffer(
        nint queue, nint source, nint target, nuint sourceOffset, nuint targetOffset, nuint size, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clEnqueueFillBuffer")]
    internal static partial CLStatus EnqueueFillBuffer(
        nint queue, nint memory, void* pattern, nuint patternSize, nuint offset, nuint size, uint waitCount, nint* waitList, nint* @event);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clCreateProgramWithSource")]
    internal static partial nint CreateProgramWithSource(nint context, uint count, byte** texts, nuint* lengths, CLStatus* status);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clCreateProgramWithBinary")]
    internal static partial nint CreateProgramWithBinary(
        nint context, uint deviceCount, nint* devices, nuint* lengths, byte** binaries, CLStatus* binaryStatus, CLStatus* status);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clBuildProgram")]
    internal static partial CLStatus BuildProgram(nint program, uint deviceCount, nint* devices, byte* options, void* notify, void* data);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetProgramInfo")]
    internal static partial CLStatus GetProgramInfo(nint program, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetProgramBuildInfo")]
    internal static partial CLStatus GetProgramBuildInfo(nint program, nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clReleaseProgram")]
    internal static partial CLStatus ReleaseProgram(nint program);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clCreateKernel", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint CreateKernel(nint program, string name, CLStatus* status);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clGetKernelWorkGroupInfo")]
    internal static partial CLStatus GetKernelWorkGroupInfo(nint kernel, nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clReleaseKernel")]
    internal static partial CLStatus ReleaseKernel(nint kernel);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clSetKernelArg")]
    internal static partial CLStatus SetKernelArg(nint kernel, uint index, nuint size, void* value);

    [LibraryImport(CLLoader.ImportName, EntryPoint = "clEnqueueNDRangeKernel")]
    internal static partial CLStatus EnqueueNdRangeKernel(
        nint queue, nint kernel, uint dimensions, nuint* offset, nuint* global, nuint* local, uint waitCount, nint* waitList, nint* @event);
}
