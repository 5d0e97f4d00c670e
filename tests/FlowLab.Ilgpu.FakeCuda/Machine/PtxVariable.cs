namespace ILGPU.Tests.Cuda.Machine;

/// <summary>A parameter, or an array of shared or local memory, at an offset within its state space.</summary>
internal sealed record PtxVariable(string Name, string Space, int SizeInBytes, int Alignment, int Offset);
