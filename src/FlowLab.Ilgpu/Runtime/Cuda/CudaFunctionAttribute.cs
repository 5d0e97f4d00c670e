namespace ILGPU.Runtime.Cuda;

/// <summary>Properties of a compiled kernel, by their numbers in cuda.h.</summary>
internal enum CudaFunctionAttribute
{
    MaxThreadsPerBlock = 0,
}
