namespace ILGPU.Tests.Cuda.Machine;

/// <summary>The PTX is not valid, or does what the manual leaves undefined.</summary>
internal sealed class PtxException(string message) : Exception(message);
