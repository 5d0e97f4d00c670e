using System.Globalization;
using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// Parses the header of a .npy file: a literal of Python with exactly the keys descr, fortran_order and shape. Nothing of it is evaluated.
/// </summary>
internal sealed class NpyHeaderParser
{
    private const string Types = "|b1, |u1, |i1, <u2, <i2, <f2, <u4, <i4, <f4, <u8, <i8, <f8 and the same big-endian (>) or native (=)";
    private const int MaximumAxes = 32;
    private const int MaximumDigits = 18;

    private readonly string _place;
    private readonly string _text;
    private readonly Dictionary<string, Action> _keys;
    private int _at;
    private string? _type;
    private bool? _isFortranOrder;
    private List<long>? _shape;

    private NpyHeaderParser(string place, string text)
    {
        _place = place;
        _text = text;
        _keys = new Dictionary<string, Action>
        {
            ["descr"] = () => _type = ReadText(),
            ["fortran_order"] = () => _isFortranOrder = ReadFlag(),
            ["shape"] = () => _shape = ReadShape(),
        };
    }

    /// <summary>What the header says.</summary>
    public static ArrayHeader Parse(string place, string text)
    {
        var parser = new NpyHeaderParser(place, text);
        parser.ReadDictionary();
        return parser.Build();
    }

    private ArrayHeader Build()
    {
        if (_type is null || _isFortranOrder is null || _shape is null)
            throw Refuse("the keys descr, fortran_order and shape must all be there");
        ElementType type = TypeOf(_type) ?? throw FormatErrors.WrongType(_place, $"'{FormatErrors.Printable(_type)}'", Types);
        bool isBigEndian = _type[0] == '>' || (_type[0] is '=' && !BitConverter.IsLittleEndian);
        return new ArrayHeader(_shape, type, isBigEndian, _isFortranOrder.Value);
    }

    /// <summary>The type behind the mark of its byte order, which bytes may have or lack; null if it is none that can be read.</summary>
    private static ElementType? TypeOf(string text) => text is not ['<' or '>' or '=' or '|', ..] ? null : (text[0], text[1..]) switch
    {
        (_, "b1") => ElementType.Bool,
        (_, "u1") => ElementType.UInt8,
        (_, "i1") => ElementType.Int8,
        ('|', _) => null,
        (_, "u2") => ElementType.UInt16,
        (_, "i2") => ElementType.Int16,
        (_, "f2") => ElementType.Float16,
        (_, "u4") => ElementType.UInt32,
        (_, "i4") => ElementType.Int32,
        (_, "f4") => ElementType.Float32,
        (_, "u8") => ElementType.UInt64,
        (_, "i8") => ElementType.Int64,
        (_, "f8") => ElementType.Float64,
        _ => null,
    };

    private void ReadDictionary()
    {
        Expect('{');
        while (!Take('}'))
        {
            string key = ReadText();
            if (!_keys.Remove(key, out Action? read))
                throw Refuse($"the key '{FormatErrors.Printable(key)}' is unknown or stands there twice");
            Expect(':');
            read();
            if (!Take(','))
            {
                Expect('}');
                break;
            }
        }
        SkipSpace();
        if (_at < _text.Length)
            throw Refuse($"text follows the closing brace at position {_at}");
    }

    private List<long> ReadShape()
    {
        List<long> shape = [];
        Expect('(');
        while (!Take(')'))
        {
            if (shape.Count == MaximumAxes)
                throw Refuse($"the shape has more than {MaximumAxes} axes");
            shape.Add(ReadLength());
            if (!Take(','))
            {
                Expect(')');
                break;
            }
        }
        return shape;
    }

    private long ReadLength()
    {
        SkipSpace();
        int start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]) && _at - start <= MaximumDigits)
            _at++;
        int digits = _at - start;
        if (digits is 0 or > MaximumDigits)
            throw Refuse($"at position {start} there is no length of 1 to {MaximumDigits} digits");
        long length = long.Parse(_text.AsSpan(start, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        // Python 2 marks its long integers.
        if (_at < _text.Length && _text[_at] == 'L')
            _at++;
        return length;
    }

    private bool ReadFlag()
    {
        SkipSpace();
        foreach ((string word, bool value) in new[] { ("True", true), ("False", false) })
        {
            if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
                continue;
            _at += word.Length;
            return value;
        }
        throw Refuse($"at position {_at} there is neither True nor False");
    }

    private string ReadText()
    {
        SkipSpace();
        char quote = _at < _text.Length ? _text[_at] : '\0';
        int end = quote is '\'' or '"' ? _text.IndexOf(quote, _at + 1) : -1;
        if (end < 0)
            throw Refuse($"at position {_at} there is no text in quotes; structured types are not supported");
        string value = _text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }

    private void Expect(char letter)
    {
        if (!Take(letter))
            throw Refuse($"at position {_at} there is no '{letter}'");
    }

    private bool Take(char letter)
    {
        SkipSpace();
        if (_at >= _text.Length || _text[_at] != letter)
            return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\t' or '\r')
            _at++;
    }

    private FlowLabDataException Refuse(string why) => FormatErrors.WrongHeader(_place, why);
}
