namespace System.Runtime.CompilerServices;

/// <summary>The runtime knows it by its name: random programs call mathematics that is internal to the accelerators.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
