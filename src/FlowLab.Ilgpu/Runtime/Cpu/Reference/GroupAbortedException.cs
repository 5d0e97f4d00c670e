namespace ILGPU.Runtime.CPU;

/// <summary>Unwinds a thread whose group has failed elsewhere.</summary>
internal sealed class GroupAbortedException : Exception;
