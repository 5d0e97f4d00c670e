using System;
using Microsoft.CodeAnalysis;

namespace FlowLab.Generators;

/// <summary>Ends the reading of a layer; the diagnostic says why and where.</summary>
internal sealed class RefusedException(DiagnosticDescriptor fault, Location? location, params object[] words) : Exception
{
    public Diagnostic Diagnostic { get; } = Diagnostic.Create(fault, location, words);
}
