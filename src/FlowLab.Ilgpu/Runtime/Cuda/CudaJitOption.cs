namespace ILGPU.Runtime.Cuda;

/// <summary>Options of the driver's compiler, by their numbers in cuda.h.</summary>
internal enum CudaJitOption
{
    ErrorLogBuffer = 5,
    ErrorLogBufferSizeInBytes = 6,
}
